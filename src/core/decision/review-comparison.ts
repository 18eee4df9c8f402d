import type { SpecDiff } from "../entries/change.ts";
import type { Finding, Spec } from "../entries/entry.ts";
import type { UnreadFile } from "../entries/unread-file.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Glossary } from "../lexicon/family.ts";
import { decide } from "./decide.ts";
import { checkClaim, type Claim, type Judged } from "./judge-reply.ts";
import { judgeItems } from "./judge-request.ts";
import { isJudgedInPart } from "./judge-item.ts";
import type { Judgement, Override, Recommendation, Review } from "./review.ts";

interface ReviewInput {
  /** Commit ids. */
  readonly baseCommit: string;
  readonly headCommit: string;
  readonly base: Spec;
  readonly head: Spec;
  readonly diff: SpecDiff;
  readonly context: SpecIndex;
  readonly overrides?: readonly Override[];
  /** What a model said, by entry ID; its quotes are looked for here. */
  readonly claims?: ReadonlyMap<string, Claim>;
  /** Whether to list what a model may be asked about. */
  readonly listToJudge?: boolean;
  readonly judgement?: Judgement;
  readonly glossary?: Glossary;
  /** Files that could not be read, as findings. */
  readonly unreadable?: readonly Finding[];
  /** Changed files in which nothing was recognised. */
  readonly unread?: readonly UnreadFile[];
  /** Hash of an entry's own text; overrides hold only for the text they were given for. */
  readonly fingerprint: (text: string) => string;
}

/** Entries of which a model was shown the beginning only. */
function judgedInPart(recommendations: readonly Recommendation[]): readonly Finding[] {
  return recommendations
    .filter(({ decidedBy, change }) => decidedBy === "model" && isJudgedInPart(change))
    .map(({ change: { id, file, line } }) => ({
      rule: "judged-in-part",
      id,
      file,
      line,
      message:
        "Too long for the model, which judged the beginning only of what came or went. Split the entry.",
    }));
}

const noModel: Judgement = { state: "off", why: null, judged: 0, fromCache: 0, unanswered: 0, costUsd: 0 };

/** Everything there is to say about two compared specs. Pure: the same input gives the same review, byte for byte. */
export function reviewComparison(input: ReviewInput): Review {
  const { diff, context, base, head } = input;
  const { recommendations, workPackages } = decide({
    diff,
    context,
    overrideFor: holding(input),
    judged: judgedOf(input),
    glossary: input.glossary ?? null,
  });
  const counts = (spec: Spec, path: string): number =>
    spec.files.find((file) => file.path === path)?.entries.length ?? 0;
  const paths = [...new Set([...base.files, ...head.files].map((file) => file.path))].sort();
  return {
    base: input.baseCommit,
    head: input.headCommit,
    files: paths.map((path) => ({
      path,
      dialect: dialectOf(head, path) ?? dialectOf(base, path),
      entries: { base: counts(base, path), head: counts(head, path) },
    })),
    recommendations,
    workPackages,
    outside: diff.outside,
    judgement: input.judgement ?? noModel,
    toJudge: input.listToJudge === true ? judgeItems(diff.changes, context) : [],
    findings: [...diff.findings, ...(input.unreadable ?? []), ...judgedInPart(recommendations)],
    unread: [...(input.unread ?? []), ...(input.unreadable ?? []).map(cannotBeRead)],
  };
}

/** Of such a file nothing is said but that it was not read. */
function cannotBeRead({ file, message }: Finding): UnreadFile {
  return { file, why: message, config: null, isExpected: true };
}

function judgedOf({ claims, diff, context }: ReviewInput): ReadonlyMap<string, Judged> {
  const judged = new Map<string, Judged>();
  for (const change of diff.changes) {
    const said = claims?.get(change.id);
    const checked = said === undefined ? null : checkClaim(said, change, context);
    if (checked !== null) judged.set(change.id, checked);
  }
  return judged;
}

function dialectOf(spec: Spec, path: string): string | null {
  return spec.files.find((file) => file.path === path)?.dialect ?? null;
}

/** The latest override given for exactly the text an entry has now. */
function holding({ overrides = [], diff, fingerprint }: ReviewInput): (id: string) => Override | null {
  const latest = new Map<string, Override>();
  for (const one of overrides) {
    const known = latest.get(one.id);
    if (known === undefined || known.at <= one.at) latest.set(one.id, one);
  }
  const textOf = new Map(
    diff.changes.map((change) => [change.id, (change.after ?? change.before)?.text ?? ""]),
  );
  return (id) => {
    const override = latest.get(id);
    return override !== undefined && override.fingerprint === fingerprint(textOf.get(id) ?? "")
      ? override
      : null;
  };
}
