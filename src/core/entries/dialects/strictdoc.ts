import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile, Status } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { plainHeading, sectionAbove } from "./section-drafts.ts";

const field = /^(?:\*\*([A-Za-z][A-Za-z_ ]{0,30})\*\*:|([A-Z][A-Z_]{1,30}):)(.*)$/;
const block = /^\[([A-Z][A-Z_]{2,30})\]\s*$/;
const uid = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.:/-]{0,100}[\p{L}\p{N}])?$/u;
/** Nodes that hold others, or only text. */
const noEntry = new Set(["SECTION", "TEXT", "DOCUMENT", "FREETEXT", "GRAMMAR", "COMPOSITE"]);
/** Fields that are about a node and say nothing of what it asks. */
const about = new Set(["MID", "UID", "LEVEL", "STATUS", "TAGS", "TYPE", "PREFIX", "TITLE"]);

/** StrictDoc: nodes with a `UID` field, in Markdown below a heading or one after the other, or as `[REQUIREMENT]` blocks. */
export const strictDoc: Dialect = {
  name: "strictdoc",
  describes:
    "StrictDoc nodes: a block of fields with `**UID**: SYS-1` below the heading, or `[REQUIREMENT]` with `UID:` and `STATEMENT:`",
  example:
    "### Locking an account\n\n**UID**: SYS-12\n\n**Statement**: Five failed sign-ins shall lock the account.",
  recognises(source: SourceFile): Confidence {
    if (!/\bUID\b/.test(source.text)) return 0;
    return findDrafts(scanSource(source)).length > 0 ? 0.94 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** The lines of fields with which a node begins. */
interface Fields {
  readonly from: number;
  readonly to: number;
  readonly of: ReadonlyMap<string, string>;
}

function findDrafts(scan: ScannedSource): Draft[] {
  const found = fieldBlocks(scan).filter(({ of }) => of.has("UID") || of.has("TYPE"));
  return nestByExtent(
    found.flatMap((fields, at) =>
      isNode(fields.of) ? draftOf(scan, fields, found[at + 1]?.from ?? scan.lines.length + 1) : [],
    ),
  );
}

function isNode(fields: ReadonlyMap<string, string>): boolean {
  return uid.test(fields.get("UID") ?? "") && !noEntry.has((fields.get("TYPE") ?? "").toUpperCase());
}

/** A node has its heading's section if its fields open that, else what follows up to the next node. */
function draftOf(scan: ScannedSource, { from, to, of }: Fields, next: number): Draft[] {
  const around = scan.lines[from - 1]?.heading ?? -1;
  const heading = scan.headings[around];
  const opened = heading !== undefined && isBlankBetween(scan, heading.endLine, from) ? heading : undefined;
  if (opened?.level === 1) return [];
  const place = opened
    ? { line: opened.line, endLine: opened.sectionEnd, first: plainHeading(opened.text) }
    : { line: from, endLine: Math.min(next - 1, heading?.sectionEnd ?? next), first: of.get("TITLE") ?? "" };
  const section = sectionAbove(scan, opened ? opened.parent : around);
  const lines = scan.lines.slice(from - 1, to);
  const without = lines.filter((one) => about.has(fieldOf(one)?.[0] ?? "TYPE")).map(({ number }) => number);
  const status = statusOf(of.get("STATUS") ?? "");
  const traits = { isWhole: true };
  return [
    { id: of.get("UID") ?? "", kind: "requirement", ...place, parent: -1, section, without, status, traits },
  ];
}

function isBlankBetween(scan: ScannedSource, from: number, to: number): boolean {
  return scan.lines.slice(from, to - 1).every(({ kind }) => kind === "blank");
}

function statusOf(stated: string): Status {
  if (/^(?:retired|deleted|removed|obsolete|withdrawn|rejected)$/i.test(stated)) return "retired";
  return /^deprecated$/i.test(stated) ? "deprecated" : "live";
}

/** Runs of fields in one paragraph; of a `[REQUIREMENT]` block those up to the statement. */
function fieldBlocks(scan: ScannedSource): Fields[] {
  const blocks: Fields[] = [];
  let open: OpenFields | null = null;
  for (const line of scan.lines) {
    open = nextFields(open, line);
    if (open === null) continue;
    if (open.from === blocks.at(-1)?.from) blocks.pop();
    blocks.push(open);
  }
  return blocks;
}

interface OpenFields extends Fields {
  readonly of: Map<string, string>;
}

/** The run that a line goes on or begins; null for a line that is none of a node's own fields. */
function nextFields(open: OpenFields | null, line: ScannedLine): OpenFields | null {
  const { number } = line;
  const mark = line.kind === "text" && line.item < 0 ? block.exec(line.content.slice(0, 60))?.[1] : undefined;
  if (mark !== undefined) return { from: number, to: number, of: new Map([["TYPE", mark]]) };
  const [name, value = ""] = fieldOf(line) ?? [];
  if (name === undefined || !(about.has(name) || line.content.startsWith("*"))) return null;
  const follows = open !== null && open.to === number - 1;
  const of = follows ? open.of : new Map<string, string>();
  if (!of.has(name)) of.set(name, value);
  return { from: follows ? open.from : number, to: number, of };
}

/** Name and value of a field, without the marks of a hard break. */
function fieldOf(line: ScannedLine): readonly [string, string] | null {
  if (line.kind !== "text" || line.item >= 0 || line.quote > 0) return null;
  const [, bold, plain, value = ""] = field.exec(line.content.slice(0, 400)) ?? [];
  const name = bold ?? plain;
  if (name === undefined) return null;
  return [
    name.toUpperCase(),
    value
      .replace(/\\\s*$/, "")
      .replace(/`/g, "")
      .trim(),
  ];
}
