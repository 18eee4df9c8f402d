import type { Confidence, Dialect, Draft, Standing } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import { lineStatesRule } from "./normative.ts";

/** Less sure than this, a file is not read unless the configuration names its dialect. */
const leastConfidence = 0.5;
/** No dialect is surer; of two, the earlier one reads. One that reads a file alone need not wait for the rest. */
const certain = 0.97;
/** IDs of the author's own that explain less of a file's rules than this are read inside its sections. */
const leastShare = 0.5;

export interface Detected {
  /** The dialect that reads most of the file. */
  readonly dialect: Dialect | null;
  readonly confidence: Confidence;
  /** Those that read the rest, surest first. */
  readonly others: readonly Dialect[];
}

interface Candidate {
  readonly dialect: Dialect;
  readonly confidence: Confidence;
}

/**
 * The dialects that explain a file, given its versions (base and head): both are then read alike, so that a file in which
 * the first IDs appear is not compared across two ways of reading. IDs of the author's own come before sections, unless
 * most rules of the file stand outside them.
 */
export function detectDialect(
  versions: readonly SourceFile[],
  among: readonly Dialect[],
  standing: Standing = "open",
): Detected {
  const all = candidatesFor(versions, among, standing);
  const last = all.at(-1);
  if (last !== undefined && isCertain(last)) return { ...last, others: [] };
  const sure = all.filter(({ confidence }) => confidence >= leastConfidence);
  const written = byReach(
    sure.filter(({ dialect }) => !dialect.namesSections),
    versions,
  );
  const sections = surest(sure.filter(({ dialect }) => dialect.namesSections));
  const [first] = written;
  if (first === undefined)
    return {
      dialect: sections?.dialect ?? null,
      confidence: sections?.confidence ?? surest(all)?.confidence ?? 0,
      others: [],
    };
  const others = written.slice(1).map(({ dialect }) => dialect);
  if (first.dialect.drafts === undefined) return { ...first, others: [] };
  const around = sections ?? (standing === "companion" ? null : proseOf(all));
  if (around === null || shareOf([first.dialect, ...others], versions) >= leastShare)
    return { ...first, others };
  return { ...around, others: [first.dialect, ...others] };
}

/** Each dialect with how sure it is, up to one that is certain and reads a file alone. */
function candidatesFor(
  versions: readonly SourceFile[],
  among: readonly Dialect[],
  standing: Standing,
): Candidate[] {
  const all: Candidate[] = [];
  for (const dialect of among) {
    const confidence = Math.max(0, ...versions.map((version) => dialect.recognises(version, standing)));
    all.push({ dialect, confidence });
    if (isCertain({ dialect, confidence })) break;
  }
  return all;
}

function isCertain({ dialect, confidence }: Candidate): boolean {
  return confidence >= certain && dialect.drafts === undefined && dialect.namesSections !== true;
}

function surest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates) if (one.confidence > (best?.confidence ?? 0)) best = one;
  return best;
}

function proseOf(all: readonly Candidate[]): Candidate | null {
  const prose = all.find(({ dialect }) => dialect.name === "prose");
  return prose ? { ...prose, confidence: leastConfidence } : null;
}

/** The one that finds most entries first. One whose entries are not drafts reads the file alone, where it is the surest. */
function byReach(written: readonly Candidate[], versions: readonly SourceFile[]): Candidate[] {
  const alone = surest(written);
  if (written.length < 2 || alone === null || alone.dialect.drafts === undefined) return alone ? [alone] : [];
  const reach = (one: Candidate): number =>
    Math.max(...versions.map((version) => one.dialect.drafts?.(version).length ?? 0));
  const ordered = written.map((one) => ({ one, reach: reach(one) }));
  ordered.sort((a, b) => b.reach - a.reach || b.one.confidence - a.one.confidence);
  return ordered.flatMap(({ one }) => (one.dialect.drafts ? [one] : []));
}

/** The share of a file's rules that stand in entries of these dialects; of the version that they explain better. */
function shareOf(dialects: readonly Dialect[], versions: readonly SourceFile[]): number {
  return Math.max(...versions.map((version) => explained(draftsOf(dialects, version), version)));
}

function explained(drafts: readonly Draft[], source: SourceFile): number {
  const scan = scanSource(source);
  let inside = 0;
  let outside = 0;
  let end = 0;
  let next = 0;
  for (const line of scan.lines) {
    while (next < drafts.length && (drafts[next]?.line ?? Infinity) <= line.number) {
      end = Math.max(end, drafts[next]?.endLine ?? 0);
      next += 1;
    }
    if (!lineStatesRule(line)) continue;
    if (line.number <= end) inside += 1;
    else outside += 1;
  }
  const told = Math.max(inside, drafts.length);
  return told / Math.max(told + outside, 1);
}

/** What several dialects find in a file, in document order; of two on one line that of the first dialect. */
export function draftsOf(dialects: readonly Dialect[], source: SourceFile): Draft[] {
  const lines = new Set<number>();
  return dialects
    .flatMap((dialect) => {
      const own = (dialect.drafts?.(source) ?? []).filter(({ line }) => !lines.has(line));
      for (const { line } of own) lines.add(line);
      return own;
    })
    .sort((a, b) => a.line - b.line || b.endLine - a.endLine);
}
