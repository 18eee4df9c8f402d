import { z } from "zod";
import type { Change } from "../entries/change.ts";
import type { Entry, Span } from "../entries/entry.ts";
import { type Answer, criterionIds } from "./criterion.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { neighbours } from "./judge-item.ts";
import type { JudgeBatch } from "./judge-request.ts";
import { speaksAgainst } from "./policy.ts";

const claim = z.object({
  criterion: z.enum(criterionIds),
  evidence: z.array(z.string()).max(20),
  because: z.string(),
  need: z.string(),
  verdict: z.enum(["yes", "no", "unclear"]),
});
const reply = z.object({
  entries: z.array(z.object({ entry: z.number().int(), answers: z.array(claim).max(40) })).max(200),
});

/** What the model said about one criterion, unchecked; this is what is cached, since lines move and words do not. */
export type Claim = z.infer<typeof claim>;
export const claimsSchema: z.ZodType<Claim[]> = z.array(claim);

/** The claims of a reply by entry ID, or null when it is not the JSON that was asked for. Unknown entries are dropped. */
export function readJudgeReply(
  text: string,
  batch: JudgeBatch,
): ReadonlyMap<string, readonly Claim[]> | null {
  const parsed = reply.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const claims = new Map<string, readonly Claim[]>();
  for (const { entry, answers } of parsed.data.entries) {
    const item = batch[entry - 1];
    const complete = criterionIds.every((id) => answers.filter((one) => one.criterion === id).length === 1);
    if (item !== undefined && complete && !claims.has(item.id)) claims.set(item.id, answers);
  }
  return claims;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const mostSentence = 200;

/**
 * Claims → answers: every quote is located in the spec by code; a verdict without support becomes `unclear`. Test data that
 * was found in files is a fact, about which no claim counts.
 */
export function checkClaims(claims: readonly Claim[], change: Change, context: SpecIndex): readonly Answer[] {
  const near = neighbours(change, context).map(({ entry }) => entry);
  const places = change.after === null ? near : [change.after, ...near];
  const hasTestData = context.testData(change.id).length > 0;
  return criterionIds.flatMap((id) => {
    if (id === "test-data" && hasTestData) return [];
    const said = claims.find((one) => one.criterion === id);
    return said === undefined ? [] : [checked(said, places)];
  });
}

function checked(said: Claim, places: readonly Entry[]): Answer {
  const evidence = said.evidence.flatMap((quote) => locate(quote, places) ?? []);
  const verdict = isSupported(said, evidence) ? said.verdict : "unclear";
  const because = verdict === said.verdict ? plain(said.because) : unsupported(said);
  const answer = { id: said.criterion, verdict, because, evidence };
  const need = plain(said.need);
  return need !== "" && speaksAgainst(said.criterion, verdict) ? { ...answer, need } : answer;
}

function unsupported({ evidence }: Claim): string {
  return evidence.length === 0
    ? "No words of the spec were quoted for this."
    : "The quotes given for this do not stand in the spec.";
}

/** A quote that stands in the spec, or nothing quoted because the answer is that something is absent. */
function isSupported({ criterion, verdict, evidence: quotes }: Claim, evidence: readonly Span[]): boolean {
  if (verdict === "unclear" || evidence.length > 0) return true;
  if (quotes.length > 0) return false;
  if (criterion === "test-data" || criterion === "deterministic" || criterion === "fully-specified") {
    return criterion === "test-data" && verdict === "no";
  }
  return !speaksAgainst(criterion, verdict);
}

/** One bounded line without control characters. */
function plain(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length <= mostSentence ? line : `${line.slice(0, mostSentence - 1)}…`;
}

/** Where a quote stands, white space aside; the span holds the spec's own characters. */
export function locate(quote: string, places: readonly Entry[]): Span | null {
  const wanted = quote.replace(/\s+/g, " ").trim();
  if (wanted.length < 3) return null;
  for (const { file, lines } of places) {
    const text = lines.map((line) => line.text).join("\n");
    const { flat, at } = flatten(text);
    const found = flat.indexOf(wanted);
    if (found < 0) continue;
    const from = at[found] ?? 0;
    const to = (at[found + wanted.length - 1] ?? from) + 1;
    const lineOf = (offset: number): number => lines[text.slice(0, offset).split("\n").length - 1]?.line ?? 1;
    const span = { file, line: lineOf(from), endLine: lineOf(to - 1), quote: text.slice(from, to) };
    if (span.quote.split("\n").length === span.endLine - span.line + 1) return span;
  }
  return null;
}

/** Text with runs of white space as one space, and where each of its characters stood. */
function flatten(text: string): { flat: string; at: number[] } {
  let flat = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const space = /\s/.test(text.charAt(i));
    if (space && flat.endsWith(" ")) continue;
    flat += space ? " " : text.charAt(i);
    at.push(i);
  }
  return { flat, at };
}
