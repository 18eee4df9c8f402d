import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { fenceLine } from "../../markdown/fence.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { sectionAbove } from "./section-drafts.ts";

const colons = /^\s{0,3}:{3,}/;
const opening = /^\s*\{([a-z][a-z0-9_-]{0,30})\}\s*(.{0,300})$/;
const option = /^\s{0,3}:?([a-z_]{1,40}):\s*(.{0,400})$/;
/** Directives of MyST that are no needs. */
const others = new Set(
  "note warning tip important caution admonition figure image table list-table code-block code toctree include math eval-rst needtable needlist needflow needpie needextend needimport needservice".split(
    " ",
  ),
);

/** sphinx-needs in MyST: a directive with an `:id:`, fenced by ticks or colons. */
export const mystNeeds: Dialect = {
  name: "myst-needs",
  describes:
    "sphinx-needs directives in MyST Markdown: `:::{req} Title` with an `:id:`, or ```` ```{req} ````, whose title no page shows",
  example: ":::{req} Account lock\n:id: REQ_001\n\nFive failed sign-ins lock the account.\n:::",
  recognises(source: SourceFile): Confidence {
    if (!/^\s{0,3}:?id:/m.test(source.text)) return 0;
    return needs(scanSource(source)).length > 0 ? 0.95 : 0;
  },
  drafts(source: SourceFile) {
    return needs(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** Each directive to the line that closes it. One inside another is read with the outer one. */
function needs(scan: ScannedSource): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < scan.lines.length; at += 1) {
    const line = scan.lines[at];
    const [mark, info] = opened(line?.text.slice(0, 400) ?? "");
    const [, directive = "", title = ""] = opening.exec(info) ?? [];
    if (line === undefined || directive === "" || others.has(directive)) continue;
    const end = closingLine(scan, at, mark);
    const { options, body } = optionsBelow(scan, at + 1, end);
    const id = options.get("id");
    if (id === undefined || id === "") continue;
    const text = scan.lines.slice(body, end).map((one) => one.text);
    const place = { line: line.number, endLine: Math.min(end + 1, scan.lines.length), parent: -1 };
    const references = (options.get("links") ?? "").split(/[,;\s]+/).filter((one) => one !== "");
    const section = sectionAbove(scan, line.heading);
    // A page shows the title behind colons; of a fence it shows only what stands inside.
    const own = [mark.startsWith(":") ? title.trim() : "", text.join("\n").trim()]
      .filter((one) => one !== "")
      .join("\n\n");
    drafts.push({ id, kind: directive, ...place, section, first: null, text: own, references });
    at = end;
  }
  return drafts;
}

/** The mark of a directive and what follows it; empty for any other line. */
function opened(line: string): readonly [mark: string, info: string] {
  const fence = fenceLine(line);
  if (fence !== null && fence.lead.trim() === "") return [fence.mark, fence.info];
  const mark = colons.exec(line)?.[0] ?? "";
  return mark === "" ? ["", ""] : [mark.trim(), line.slice(mark.length)];
}

/** Index of the line that closes the directive. */
function closingLine(scan: ScannedSource, from: number, mark: string): number {
  for (let at = from + 1; at < scan.lines.length; at += 1) {
    const text = scan.lines[at]?.text.trim() ?? "";
    if (text.length >= mark.length && text === (mark[0] ?? "").repeat(text.length)) return at;
  }
  return scan.lines.length;
}

/** `:key: value` lines, or YAML between `---`, and the index of the first line of the body. */
function optionsBelow(scan: ScannedSource, from: number, end: number) {
  const options = new Map<string, string>();
  let body = from;
  const isYaml = scan.lines[from]?.text.trim() === "---";
  if (isYaml) body += 1;
  for (; body < end; body += 1) {
    const text = scan.lines[body]?.text ?? "";
    if (isYaml && text.trim() === "---") return { options, body: body + 1 };
    const [, key, value = ""] = option.exec(text) ?? [];
    if (key === undefined) break;
    options.set(key, value.trim());
  }
  return { options, body };
}
