import * as z from "zod";
import type { SourceFile } from "../../../entries/entry.ts";
import type { Place } from "../../../trace/trace-target.ts";
import { fileRole } from "../../file-role.ts";
import type { Mutation } from "../mutations.ts";
import { isBinding } from "../demands/non-normative.ts";
import type { Excerpt } from "./excerpt.ts";
import type { VerifyItem } from "./verify-items.ts";
import { parseJson } from "../../../parse-json.ts";

/** `not tested`: the code does it, and no test would notice if it did not. `asks nothing`: it only explains. */
export type Verdict = "met" | "not met" | "not tested" | "asks nothing" | "can't tell";

/** What a judge said of one demand, as far as code could check it. */
export interface JudgedDemand {
  readonly number: number;
  readonly verdict: Verdict;
  /** The model's own words: untrusted, to be escaped. */
  readonly because: string;
  /** Where its quotes stand. */
  readonly code: Place | null;
  readonly test: Place | null;
  /** An edit that a test has to notice; it applies, and is yet to be parsed. */
  readonly mutation: Mutation | null;
}

const quote = z.union([z.null(), z.object({ file: z.string().max(400), quote: z.string().max(4000) })]);

/** What a judge is asked to reply. */
export const verifyReply = z.object({
  demands: z
    .array(
      z.object({
        entry: z.string().max(400),
        number: z.int(),
        verdict: z.enum(["met", "not_met", "asks_nothing", "cannot_tell"]),
        tested: z.enum(["yes", "weak", "no", "cannot_tell"]),
        because: z.string(),
        code: quote,
        test: quote,
        mutation: z.union([
          z.null(),
          z.object({
            file: z.string().max(400),
            old: z.string().min(1).max(4000),
            new: z.string().max(4000),
          }),
        ]),
      }),
    )
    .max(200),
});
type Claim = z.output<typeof verifyReply>["demands"][number];

/**
 * The reply with every quote looked up in what was shown: "met" stands only on a line of code and a line of a test. A
 * demand that was not answered, or twice, cannot be told. Null when the reply cannot be read.
 */
export function readVerifyReply(
  text: string,
  items: readonly VerifyItem[],
  files: readonly SourceFile[],
  model: string,
): ReadonlyMap<string, readonly JudgedDemand[]> | null {
  const parsed = verifyReply.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { demands } = parsed.data;
  return new Map(items.map((item) => [item.id, judgedIn(demands, item, files, model)]));
}

function judgedIn(
  claims: readonly Claim[],
  item: VerifyItem,
  files: readonly SourceFile[],
  model: string,
): readonly JudgedDemand[] {
  const nothing = { code: null, test: null, mutation: null };
  return item.demands.map(({ number, quote }) => {
    const [claim, ...more] = claims.filter((one) => one.entry === item.id && one.number === number);
    if (claim?.verdict === "asks_nothing" && more.length === 0 && !isBinding(quote))
      return { number, verdict: "asks nothing", because: reasonOf(claim), ...nothing };
    if (claim !== undefined && more.length === 0) return checked(claim, item, files, model);
    return { number, verdict: "can't tell", because: "The judge gave no answer.", ...nothing };
  });
}

function checked(claim: Claim, item: VerifyItem, files: readonly SourceFile[], model: string): JudgedDemand {
  const code = placeIn(claim.code, item.code) ?? placeInFile(claim.code, item.change, files);
  const test = placeIn(claim.test, item.tests) ?? placeInFile(claim.test, item.change, files);
  const because = reasonOf(claim);
  const verdict = verdictOf(claim, code !== null, test !== null);
  const isUnproven = verdict === "can't tell" && claim.verdict === "met" && claim.tested !== "cannot_tell";
  return {
    ...{ number: claim.number, verdict, code, test },
    because: isUnproven ? `It was said to be met, by lines that are not there. ${because}`.trim() : because,
    mutation: mutationOf(claim, item.id, files, model),
  };
}

function reasonOf({ because }: Claim): string {
  return because.replace(/\s+/g, " ").trim().slice(0, 300);
}

/** What code does comes first; that it is met, and tested, stands only on quotes that are there. */
function verdictOf({ verdict, tested }: Claim, hasCode: boolean, hasTest: boolean): Verdict {
  if (verdict === "not_met") return "not met";
  if (tested === "no") return "not tested";
  const isTested = (tested === "yes" || tested === "weak") && hasTest;
  return verdict === "met" && hasCode && isTested ? "met" : "can't tell";
}

/** Where a quote stands in what was shown, white space aside. */
function placeIn(claimed: Claim["code"], excerpts: readonly Excerpt[]): Place | null {
  const wanted = claimed?.quote.replace(/\s+/g, " ").trim() ?? "";
  if (claimed === null || wanted.length < 4) return null;
  for (const { file, line, text } of excerpts) {
    if (file !== claimed.file) continue;
    const lines = text.split("\n");
    for (let at = 0; at < lines.length; at++) {
      const rest = lines
        .slice(at, at + 12)
        .join(" ")
        .replace(/\s+/g, " ")
        .trim();
      if (rest.startsWith(wanted) || (lines[at] ?? "").replace(/\s+/g, " ").includes(wanted))
        return { file, line: line + at };
    }
  }
  return null;
}

/** Where a quote of the change stands in the file as it is now. */
function placeInFile(claimed: Claim["code"], change: string, files: readonly SourceFile[]): Place | null {
  const wanted = claimed?.quote.trim().replace(/^\+ ?/, "").trim() ?? "";
  if (claimed === null || wanted.length < 4 || !change.includes(wanted)) return null;
  const text = files.find(({ path }) => path === claimed.file)?.text ?? "";
  const at = text.indexOf(wanted);
  return at < 0 ? null : { file: claimed.file, line: text.slice(0, at).split("\n").length };
}

function mutationOf(
  { number, mutation, because }: Claim,
  entry: string,
  files: readonly SourceFile[],
  model: string,
): Mutation | null {
  if (mutation === null || fileRole(mutation.file) !== "source" || mutation.old === mutation.new) return null;
  const text = files.find(({ path }) => path === mutation.file)?.text ?? "";
  const start = text.indexOf(mutation.old);
  if (start < 0 || text.indexOf(mutation.old, start + 1) >= 0) return null;
  return {
    ...{ entry, demand: number, file: mutation.file, line: text.slice(0, start).split("\n").length },
    describes: because.replace(/\s+/g, " ").slice(0, 80),
    ...{ start, end: start + mutation.old.length, replacement: mutation.new, by: model },
  };
}
