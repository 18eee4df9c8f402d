import type { Finding, SourceFile } from "../source.ts";
import { collectLeaves } from "./scan-leaves.ts";
import { type LeafState, type RawLine, type ReadLine, readLeaf } from "./scan-leaf.ts";
import { type Container, innermostItem, quotes } from "./container.ts";
import { frontMatter } from "./front-matter.ts";
import { LineCursor } from "./line-cursor.ts";
import { bullet, isThematicBreak } from "./scan-line.ts";
import type { ListItem, ScannedSource } from "./scanned-source.ts";

/**
 * Bounds before parsing. What is deeper is text of the innermost allowed container; what is more is not read. The largest
 * known spec nests 8 deep in 3,000 lines.
 */
export const scanBounds = { nesting: 100, lines: 100_000 };

const scans = new WeakMap<SourceFile, ScannedSource>();

/**
 * Splits a Markdown file into lines, list items and leaf blocks, in time linear in its length (each line looks at no
 * more than `scanBounds.nesting` containers). The same source object is scanned once: every dialect may call this.
 */
export function scanSource(source: SourceFile): ScannedSource {
  const known = scans.get(source);
  if (known) return known;
  const scanner = new Scanner(source.path);
  const texts = source.text.split(/\r\n|\n|\r/);
  const end = Math.min(texts.length, scanBounds.lines);
  scanner.raw.push(...frontMatter(texts));
  for (let i = scanner.raw.length; i < end; i += 1) scanner.line(texts[i] ?? "");
  if (texts.length > end) scanner.report("too-many-lines", end, `Only the first ${end} lines are read.`);
  const scan = {
    path: source.path,
    ...collectLeaves(scanner.raw, scanner.items),
    findings: scanner.findings,
  };
  scans.set(source, scan);
  return scan;
}

type MutableItem = { -readonly [Key in keyof ListItem]: ListItem[Key] };

/** The state of CommonMark's block phase (appendix "A parsing strategy"): open containers and one open leaf. */
class Scanner {
  readonly raw: RawLine[] = [];
  readonly items: MutableItem[] = [];
  readonly findings: Finding[] = [];
  private containers: Container[] = [];
  private leaf: LeafState = { kind: "none" };
  private readonly path: string;
  /** Elsewhere a page shows its comments as text. */
  private readonly isMdx: boolean;
  private readonly cursor = new LineCursor();

  constructor(path: string) {
    this.path = path;
    this.isMdx = /\.mdx$/i.test(path);
  }

  report(rule: string, line: number, message: string): void {
    if (this.findings.some((finding) => finding.rule === rule)) return;
    this.findings.push({ rule, id: null, file: this.path, line, message });
  }

  line(text: string): void {
    this.cursor.start(text);
    const matched = this.matchContainers();
    const all = matched === this.containers.length;
    if (all && this.continuesRawLeaf()) return;
    const kept = this.containers.slice(0, matched);
    const opened = this.openContainers(kept, all);
    if (!opened && !all && this.isLazy()) {
      this.push(this.read(this.cursor.rest()));
      return;
    }
    if (!all || opened) this.leaf = { kind: "none" };
    this.containers = kept;
    this.push(this.read(this.cursor.rest()));
  }

  private read(content: string): ReadLine {
    return readLeaf(this.leaf, content, this.cursor.indent, this.isMdx);
  }

  /** How many open containers the line continues; moves past their marks. */
  private matchContainers(): number {
    let matched = 0;
    for (const container of this.containers) {
      const { blank, indent } = this.cursor;
      if ("quote" in container) {
        if (blank || indent > 3 || !this.cursor.at(">")) break;
        this.cursor.takeQuote();
      } else if (!blank) {
        if (indent < container.width) break;
        this.cursor.takeColumns(container.width);
      }
      matched += 1;
    }
    return matched;
  }

  /** Lines of an open fence, HTML block or comment are not looked into for containers. */
  private continuesRawLeaf(): boolean {
    const { kind } = this.leaf;
    if (kind !== "fence" && kind !== "comment" && kind !== "html") return false;
    if (this.leaf.kind === "html" && this.leaf.until === null && this.cursor.blank) return false;
    this.push(this.read(kind === "fence" ? this.cursor.remainder() : this.cursor.rest()));
    return true;
  }

  /** Opens quotes and list items at the cursor; true when it opened one. */
  private openContainers(kept: Container[], all: boolean): boolean {
    let opened = false;
    while (this.cursor.indent <= 3 && !this.cursor.blank) {
      const interrupts = all && !opened && this.leaf.kind === "paragraph";
      if (!this.openQuote(kept) && !this.openItem(kept, interrupts)) break;
      opened = true;
    }
    return opened;
  }

  private openQuote(kept: Container[]): boolean {
    if (!this.cursor.at(">") || this.tooDeep(kept)) return false;
    this.cursor.takeQuote();
    kept.push({ quote: true });
    return true;
  }

  private openItem(kept: Container[], interrupts: boolean): boolean {
    const indent = this.cursor.indent;
    const content = this.cursor.rest();
    const mark = bullet(content);
    if (!mark || isThematicBreak(content) || this.tooDeep(kept)) return false;
    const empty = content.slice(mark.width).trim() === "";
    if (interrupts && (empty || (mark.number !== null && mark.number !== 1))) return false;
    this.cursor.takeColumns(indent + mark.width);
    const gap = empty ? 1 : this.cursor.indent;
    const padding = gap > 4 ? 1 : gap;
    this.cursor.takeColumns(padding);
    kept.push({ item: this.items.length, width: indent + mark.width + padding });
    this.addItem(kept, mark.marker, mark.number);
    return true;
  }

  private addItem(kept: readonly Container[], marker: string, number: number | null): void {
    const line = this.raw.length + 1;
    const parent = innermostItem(kept.slice(0, -1));
    const depth = parent < 0 ? 0 : (this.items[parent]?.depth ?? 0) + 1;
    this.items.push({ line, endLine: line, parent, depth, marker, number, quote: quotes(kept), heading: -1 });
  }

  private tooDeep(kept: readonly Container[]): boolean {
    if (kept.length < scanBounds.nesting) return false;
    this.report(
      "nesting-too-deep",
      this.raw.length + 1,
      `Lists and quotes nest deeper than ${scanBounds.nesting} levels; what is deeper is read as text.`,
    );
    return true;
  }

  /** Paragraph text that continues although its container's marks are missing (CommonMark 5.1, laziness). */
  private isLazy(): boolean {
    if (this.leaf.kind !== "paragraph" || this.cursor.blank) return false;
    const { kind, continues } = this.read(this.cursor.rest()).line;
    return kind === "text" && continues;
  }

  private push(read: ReadLine): void {
    this.leaf = read.leaf;
    const { containers } = this;
    const { kind, content, indent, continues, setext, tableFrom } = read.line;
    const { text } = this.cursor;
    // Written out, since lines of one shape are read several times faster than copies.
    this.raw.push({
      text,
      kind,
      content,
      indent,
      continues,
      setext,
      tableFrom,
      quote: quotes(containers),
      item: innermostItem(containers),
    });
  }
}
