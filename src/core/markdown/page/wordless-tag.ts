import { listNumber } from "./known-tags.ts";

/** Attributes that entries are found by, or that say how something is laid out. */
const kept = new Set(
  `id name href src align valign dir height width lang colspan rowspan class color size border open hidden popover
  style`.split(/\s+/),
);

/** Attributes that are words to a reader of the source, and change nothing on the page. */
const dropped = new Set(
  "title alt aria-label summary label cite datetime srcset media placeholder value start type reversed".split(
    " ",
  ),
);

const attribute = /\s([\w:.-]{1,40})(?:\s{0,4}=\s{0,4}("[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,500}))?/g;

/** Author's placeholders, such as `<sync sequence id>`: as many words as they have at most. */
const placeholder = /^<[A-Za-z][A-Za-z0-9-]{0,20}(?: [A-Za-z][\w-]{0,20}){1,2} ?>$/;

/** A tag without the words in its attributes. One that may lay out its element otherwise says so still. */
export function wordlessTag(tag: string): string {
  if (!/\s/.test(tag) || placeholder.test(tag)) return tag;
  const name = /^<\/?[A-Za-z][A-Za-z0-9-]*/.exec(tag)?.[0] ?? "<";
  if (name.startsWith("</")) return `${name}>`;
  const left = [...tag.matchAll(attribute)].map(([written, key = "", value]) =>
    wordless(written, key.toLowerCase(), value),
  );
  const number = listNumber(name.slice(1).toLowerCase(), tag);
  return `${name}${[...new Set([number, ...left])].join("")}${tag.endsWith("/>") ? " /" : ""}>`;
}

function wordless(written: string, name: string, value: string | undefined): string {
  if (dropped.has(name)) return "";
  if (!kept.has(name)) return " hidden";
  return value === undefined || /^["']?[^\s"']{0,100}["']?$/.test(value) ? written : ` ${name}=""`;
}
