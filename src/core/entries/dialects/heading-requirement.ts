import type { Confidence, Dialect, DialectResult } from "../dialect.ts";
import type { Entry, SourceFile } from "../entry.ts";
import { levelOf } from "../level.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Heading, ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";

const mark = /^(Conditional Requirement|Requirement|Condition) (\d{1,6}(?:\.\d{1,6}){0,8})(?![\w.])(.*)$/;
/** Behind a number with a point; `Requirement 1: Title` is how stories with criteria are written. */
const title = /^(?:[ \t]{0,8}[:.\u2013\u2014-][ \t]+(?=\S)|[ \t]+(?=\p{Lu}))(.*)$/u;
const named = /(?:Conditional Requirement|Requirement|Condition)s? (\d{1,6}(?:\.\d{1,6}){1,8})/gi;
const linked = /\[([^[\]\n]*)\]\([^()\s]*#(?:conditional-)?(?:requirement|condition)-/gi;
const number = /^\d{1,6}(?:\.\d{1,6}){1,8}$/;

/** D2: `#### Requirement 1.1.2` with its statement in a block quote; the text up to the next heading supports it. */
export const headingRequirement: Dialect = {
  name: "heading-requirement",
  describes:
    "Headings `Requirement 1.2.3`, `Condition 1.2.3`, `Conditional Requirement 1.2.3.1`, also with a title",
  example: "#### Requirement 1.2.3\n\n> The client **MUST** reconnect at once.",
  recognises(source: SourceFile): Confidence {
    if (!/(?:Requirement|Condition) \d/.test(source.text)) return 0;
    const numbers = scanSource(source).headings.flatMap((heading) => numberOf(heading)?.number ?? []);
    if (numbers.length === 0) return 0;
    // Without a part before the number, other ways of writing requirements look the same.
    if (!numbers.some((one) => one.includes("."))) return 0.8;
    return numbers.length === 1 ? 0.9 : 0.97;
  },
  entries(source: SourceFile): DialectResult {
    const scan = scanSource(source);
    const top = scan.headings.filter((heading) => heading.top);
    const entries: Entry[] = [];
    const numbers = new Set<string>();
    const open: { level: number; id: string }[] = [];
    top.forEach((heading, i) => {
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      const found = numberOf(heading);
      if (!found) return;
      const last = (top[i + 1]?.line ?? scan.lines.length + 1) - 1;
      entries.push(toEntry(scan, heading, found, last, parentOf(open, numbers, found.number)));
      numbers.add(found.number);
      open.push({ level: heading.level, id: found.number });
    });
    return { entries, findings: scan.findings };
  },
};

interface Mark {
  readonly kind: string;
  readonly number: string;
  /** What the heading says behind the number, or "". */
  readonly title: string;
}

function numberOf(heading: Heading): Mark | null {
  if (!heading.top) return null;
  const [, kind = "", number = "", rest = ""] = mark.exec(heading.text.trim()) ?? [];
  if (number === "") return null;
  const said = number.includes(".") ? (title.exec(rest)?.[1] ?? "") : "";
  return rest === "" || said !== "" ? { kind: kind.toLowerCase(), number, title: said } : null;
}

/** The entry whose heading is above; where levels have drifted, the entry before it whose number begins this one's. */
function parentOf(
  open: readonly { id: string }[],
  before: ReadonlySet<string>,
  number: string,
): string | null {
  const above = open.at(-1);
  if (above) return above.id;
  const prefix = number.slice(0, Math.max(0, number.lastIndexOf(".")));
  return before.has(prefix) ? prefix : null;
}

function toEntry(
  scan: ScannedSource,
  heading: Heading,
  { kind, number, title }: Mark,
  last: number,
  parent: string | null,
): Entry {
  const body = scan.lines.slice(heading.endLine, last).filter((line) => line.kind !== "comment");
  while (body.at(-1)?.kind === "blank") body.pop();
  const text = [title, unwrapped(scan, body)].filter((part) => part !== "").join("\n\n");
  const end = body.at(-1)?.number ?? heading.endLine;
  return {
    id: number,
    kind,
    traits: kind === "condition" ? { isCondition: true } : { isWhole: true },
    file: scan.path,
    line: heading.line,
    endLine: end,
    parent,
    section: scan.headings[heading.parent]?.path ?? "",
    text,
    lines: scan.lines.slice(heading.line - 1, end).map((line) => ({ line: line.number, text: line.text })),
    level: levelOf(text),
    status: "live",
    replacedBy: [],
    references: numbersNamed(text).filter((id) => id !== number),
  };
}

/** The lines with each paragraph on one line, quote marks and bullets kept: re-wrapping a statement changes nothing. */
function unwrapped(scan: ScannedSource, lines: readonly ScannedLine[]): string {
  const out: string[] = [];
  let block = -1;
  for (const line of lines) {
    if (line.kind === "text" && line.block === block) out.push(`${out.pop() ?? ""} ${line.content.trim()}`);
    else if (line.kind === "text") {
      const bullet =
        scan.items[line.item]?.line === line.number ? `${scan.items[line.item]?.marker ?? ""} ` : "";
      out.push(`${"> ".repeat(line.quote)}${bullet}${line.content.trim()}`);
    } else out.push(line.kind === "blank" ? "" : line.text.trimEnd());
    block = line.block;
  }
  return out.join("\n").trim();
}

function numbersNamed(text: string): string[] {
  const found = [...text.matchAll(named), ...text.matchAll(linked)].sort((a, b) => a.index - b.index);
  const numbers = found.map((match) => finalNumber(match[1] ?? ""));
  return [...new Set(numbers.filter((one) => number.test(one)))];
}

/** What a link's label ends in, as in `[method defined in 3.3.1.3]`. */
function finalNumber(label: string): string {
  return label.split(/[^\d.]/).at(-1) ?? "";
}
