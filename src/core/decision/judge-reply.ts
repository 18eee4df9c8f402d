import { z } from "zod";
import type { Change } from "../entries/change.ts";
import type { Entry, Span } from "../entries/entry.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Answer } from "./criterion.ts";
import { neighbours } from "./judge-item.ts";
import type { JudgeBatch } from "./judge-request.ts";
import { contradictsSame } from "./contradicts-same.ts";
import { criterionWithId, kindsOfReasons } from "./kinds-of-reasons.ts";
import type { Path } from "./review.ts";

/** Why a model may say that there is nothing to build. */
export const kindsOfNothing = [
  "same",
  "gone",
  "announced",
  "background",
  "document",
  "measure",
  "permitted",
] as const;

/** What the model said about one entry, unchecked; this is what is cached, since lines move and words do not. */
const isKind = (kind: string): boolean => kindsOfReasons().some(({ id }) => id === kind);
const claim = z.object({
  quote: z.string(),
  work: z.enum(["yes", "no"]),
  nothing: z.union([z.enum(kindsOfNothing), z.literal("")]),
  /** Asked for so that it is thought of before the path; the answer rests on the path. */
  open: z.string().optional(),
  path: z.enum(["code", "design", "none"]),
  because: z.string(),
  reasons: z
    .array(z.object({ kind: z.string().refine(isKind), quote: z.string(), settle: z.string() }))
    .max(8),
});
export type Claim = z.infer<typeof claim>;
export const claimSchema: z.ZodType<Claim> = claim;

const reply = z.object({ entries: z.array(z.unknown()).max(200) });
const numbered = z.object({ entry: z.number().int() });

/** The claims of a reply by entry ID, or null when it is not the JSON that was asked for. Unknown entries are dropped. */
export function readJudgeReply(text: string, batch: JudgeBatch): ReadonlyMap<string, Claim> | null {
  const parsed = reply.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const claims = new Map<string, Claim>();
  for (const one of parsed.data.entries) {
    const place = numbered.safeParse(one);
    const said = claim.safeParse(one);
    const item = place.success ? batch[place.data.entry - 1] : undefined;
    if (item !== undefined && said.success && !claims.has(item.id)) claims.set(item.id, said.data);
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

/** What a model's answer is worth after code has looked up its quotes. */
export interface Judged {
  readonly path: Path;
  readonly because: string;
  /** Where the words stand that decided. */
  readonly evidence: Span;
  /** Only what speaks for a design. */
  readonly reasons: readonly Answer[];
}

/**
 * A claim → the judgement, or null when it can't be verified or contradicts itself: then the rules decide. A quote must
 * stand in the entry, in what it was, or in its context; "the same" must not have changed a number or a negation.
 */
export function checkClaim(said: Claim, change: Change, context: SpecIndex): Judged | null {
  const near = neighbours(change, context).map(({ entry }) => entry);
  const sides = [change.after, change.before].flatMap((entry) => entry ?? []);
  const above = sides.flatMap((one) =>
    one.leadIn === undefined ? [] : { ...one, lines: one.leadIn, text: "" },
  );
  const places = [...sides, ...above, ...near];
  const evidence = locate(said.quote, places);
  const because = plain(said.because);
  if (evidence === null || because === "") return null;
  if (said.work === "no" || said.path === "none") {
    const agrees = said.work === "no" && said.nothing !== "";
    return agrees && !(said.nothing === "same" && contradictsSame(change, context))
      ? { path: "none", because, evidence, reasons: [] }
      : null;
  }
  if (said.path === "code") return { path: "code", because, evidence, reasons: [] };
  const reasons = said.reasons.flatMap(({ kind, quote, settle }) => {
    const span = locate(quote, places);
    return span === null ? [] : [answerOf(kind, because, span, plain(settle))];
  });
  const own = answerOf(said.reasons[0]?.kind ?? "fully-specified", because, evidence, "");
  return { path: "design", because, evidence, reasons: reasons.length > 0 ? reasons : [own] };
}

function answerOf(id: string, because: string, span: Span, need: string): Answer {
  const verdict = criterionWithId(id)?.role === "needed" ? "no" : "yes";
  const answer: Answer = { id, verdict, because, evidence: [span] };
  return need === "" ? answer : { ...answer, need };
}

const maxSentence = 200;

/** One bounded line without control characters. */
function plain(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length <= maxSentence ? line : `${line.slice(0, maxSentence - 1)}…`;
}

/** Where a quote stands, white space and then markup aside; the span holds the spec's own characters. */
export function locate(quote: string, places: readonly Entry[]): Span | null {
  for (const dropped of [/(?!)/, /[*_`]/]) {
    const wanted = flatten(quote.trim(), dropped).flat.trim();
    if (wanted.length < 3) return null;
    for (const place of places) {
      const span = spanIn(place, wanted, dropped);
      if (span !== null) return span;
    }
  }
  return null;
}

function spanIn({ file, lines, text: shown }: Entry, wanted: string, dropped: RegExp): Span | null {
  const text = lines.map((line) => line.text).join("\n");
  const { flat, at } = flatten(text, dropped);
  const found = flat.indexOf(wanted);
  if (found < 0) {
    // The cells of a row are shown with the names of their columns, which stand elsewhere.
    const [line] = lines;
    if (line === undefined || !flatten(shown, dropped).flat.includes(wanted)) return null;
    return { file, line: line.line, endLine: line.line, quote: line.text.trim() };
  }
  const from = at[found] ?? 0;
  const to = (at[found + wanted.length - 1] ?? from) + 1;
  const lineOf = (offset: number): number => lines[text.slice(0, offset).split("\n").length - 1]?.line ?? 1;
  const span = { file, line: lineOf(from), endLine: lineOf(to - 1), quote: text.slice(from, to) };
  return span.quote.split("\n").length === span.endLine - span.line + 1 ? span : null;
}

/** Text with runs of white space as one space and without `dropped`, and where each of its characters stood. */
function flatten(text: string, dropped: RegExp): { flat: string; at: number[] } {
  let flat = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const space = /\s/.test(letter);
    if (dropped.test(letter) || (space && flat.endsWith(" "))) continue;
    flat += space ? " " : letter;
    at.push(i);
  }
  return { flat, at };
}
