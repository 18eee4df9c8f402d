import { pushTo } from "../push-to.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import { headingAnchor } from "./dialects/scope.ts";
import type { Entry, SourceFile } from "./entry.ts";
import { resolvedPath } from "./linked-data.ts";

/** A part of the spec that entries link to and that holds no entry: a definition. */
interface LinkedSection {
  /** `types.md#event-details`, as a link from the spec's root would have it. */
  readonly name: string;
  /** From its heading to the next one of the same or a higher level, as written. */
  readonly text: string;
}

type Placed = Pick<Entry, "file" | "line">;

const link = /\]\(<?([^()\s<>#?]{0,200})#([^()\s<>]{1,200})>?(?:\s[^()]{0,100})?\)/g;
const term = /`([^`\n]{5,80})`/g;
const most = { sections: 8, characters: 4_000 };

/**
 * The sections that texts link to by a heading's anchor, or that are called like a term in a code span of theirs, each once; none
 * that holds an entry, as that is shown as one, and none of more than 4,000 characters. At most eight.
 */
export function linkedSections(
  texts: readonly Pick<Entry, "file" | "text">[],
  files: readonly SourceFile[],
  entries: Iterable<Placed>,
): readonly LinkedSection[] {
  const linked = new Set(texts.flatMap(addressesIn));
  const terms = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(term)].map(([, word = ""]) => word.toLowerCase())),
  );
  const held = new Map<string, Placed[]>();
  for (const entry of entries) pushTo(held, entry.file, entry);
  const found = files.flatMap((file) =>
    sectionsOf(file, held.get(file.path) ?? []).filter(
      ({ name, title }) => linked.has(name) || terms.has(title),
    ),
  );
  const isLinked = ({ name }: LinkedSection): boolean => linked.has(name);
  return [...found.filter(isLinked), ...found.filter((one) => !isLinked(one))].slice(0, most.sections);
}

function addressesIn({ file, text }: Pick<Entry, "file" | "text">): readonly string[] {
  return [...text.matchAll(link)].flatMap(([, target = "", anchor = ""]) => {
    const path = target === "" ? file : resolvedPath(file, target);
    return path === null ? [] : [`${path}#${anchor.toLowerCase()}`];
  });
}

function sectionsOf(
  file: SourceFile,
  entries: readonly Placed[],
): readonly (LinkedSection & { readonly title: string })[] {
  const { lines, headings } = scanSource(file);
  const taken = new Map<string, number>();
  return headings.flatMap(({ text: title, anchor, line, sectionEnd, top }) => {
    const name = `${file.path}#${(anchor ?? headingAnchor(title, taken)).toLowerCase()}`;
    if (!top || entries.some((entry) => entry.line >= line && entry.line <= sectionEnd)) return [];
    const own = lines.slice(line - 1, sectionEnd).map(({ text }) => text);
    const text = own.join("\n").trim();
    return text.length > most.characters
      ? []
      : [{ name, text, title: title.replaceAll("`", "").toLowerCase() }];
  });
}
