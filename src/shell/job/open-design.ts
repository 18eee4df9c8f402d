import { readingOf } from "../../core/entries/parse-spec.ts";
import { askedOnce } from "../../core/design/asked-once.ts";
import { documentOf } from "../../core/design/design-document.ts";
import { type DesignFacts, designFacts } from "../../core/design/design-facts.ts";
import { problemsOf } from "../../core/design/draft/design-draft.ts";
import { parseLanguage } from "../../core/code/language.ts";
import { modelRequestHash } from "../../core/code/request-hash.ts";
import type { PlacedEntry } from "../../core/code/requested-entries.ts";
import { isRevision } from "../../core/design/revision-trailer.ts";
import { designPlace, type ExistingDesign } from "../../core/design/design-place.ts";
import { questionsIn } from "../../core/design/questions-in.ts";
import { teamDesign, withOpenDecisions } from "../../core/design/team-design.ts";
import { whyNoDocument } from "../../core/design/why-no-document.ts";
import type { CheckedDraft } from "../../core/design/draft/design-draft.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { defaultDesignFolder } from "../../core/repo-config-schema.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { designChecks, teamDesignWords } from "../../core/message/design-checks.ts";
import { noDocumentText } from "../../core/message/no-document.ts";
import { blobUrl } from "../../core/message/link.ts";
import { revisedWords } from "../../core/message/revise-message.ts";
import { branchName } from "../../core/plan/branch-name.ts";
import { mandateOf } from "../../core/plan/mandate.ts";
import { followUpBase, planFollowUp, type SourcePullRequest } from "../../core/plan/plan-follow-up.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { leaveWithin } from "../../core/plan/spec-leave.ts";
import { fingerprint } from "../../core/entries/fingerprint.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { FollowUpBranch } from "../ports.ts";
import { claimedBranch } from "./claimed-branch.ts";
import { draftFor, type DraftedDesign, type DraftPlan } from "./draft-for.ts";
import { followUpText } from "./follow-up-text.ts";
import type { GenerateJob, Reviewed, UnitOutcome } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { openFollowUp, orderAgain, standingFollowUp } from "./open-follow-up.ts";
import { targetIds } from "./target-ids.ts";

export interface DesignWork {
  readonly job: GenerateJob;
  readonly reviewed: Reviewed;
  readonly unit: GenerationUnit;
  /** The units of its run, in order. */
  readonly units: readonly GenerationUnit[];
  /** Writes down what became of the unit. */
  readonly record: (outcome: UnitOutcome) => Promise<void>;
}

/**
 * Opens or updates the design pull request of a feature: drafted by the model where one is configured and answers,
 * else made from the spec's own text. The same request again, and a branch that holds somebody's commit, cost nothing.
 */
export async function openDesign(ports: JobPorts, work: DesignWork): Promise<void> {
  const { job, reviewed, record } = work;
  const entries = await ports.entries(reviewed.files.head, readingOf(reviewed.config));
  const facts = factsOf(work, entries);
  const isNamed = job.request.ids.some((id) => id.toLowerCase() !== "all");
  const none = whyNoDocument(facts, isNamed);
  if (none?.why === "design") return record(skipped(noDocumentText(none)));
  const place = placeOf(job, reviewed, work.unit);
  const draft = await draftFor(ports, work, facts, entries);
  const source = { repository: job.repository, number: reviewed.pull.number };
  const ids = await targetIds(ports, job.repository, reviewed.config);
  const named = { config: reviewed.config, asked: job.request.targets, ids };
  const ordered = { source, mandate: mandateOf(reviewed.pull.baseRef, named) };
  const over = await endedBefore(ports, work, place, draft, ordered);
  if (over !== null) return record(over);
  const drafted = await draft.make();
  ports.attempt.signal.throwIfAborted();
  const existing = await designsAt(ports, work, place, facts);
  const files = filesOf(work, { ...facts, ownDesign: teamDesign(facts, existing) }, drafted.draft, existing);
  const [document] = files;
  if (document === undefined) {
    const other = whyNoDocument(facts, true);
    const because = other === null ? teamDesignWords(facts.home) : noDocumentText(other);
    await record({ ...skipped(because), costUsd: drafted.costUsd });
    return draft.forget();
  }
  const text = textOf(work, drafted, { path: document.path, text: document.content ?? "" });
  const action = planFollowUp({
    source: place.source,
    leave: leaveWithin(job.repository),
    defaultBranch: reviewed.pull.baseRef,
    branchSuffix: null,
    files,
    text,
  });
  const { repository } = job;
  const asked = { requestedBy: job.order.author, deliveryId: job.deliveryId };
  const opening = { repository, ...ordered, action, text, designCommit: null, ...asked };
  const { result, url, number } = await openFollowUp(ports, opening);
  const state = result === "done" ? "opened" : result;
  await record({ state, url, label: labelOf(number), because: null, costUsd: drafted.costUsd });
  // In this order: replies forgotten before the outcome is on disk would lose what they cost.
  await draft.forget();
}

/** Where nothing is to be made: somebody's commit or a revision stands, or what the same request gave before. */
async function endedBefore(
  ports: JobPorts,
  { job, reviewed }: DesignWork,
  { branch, base, source: spec }: Place,
  { request, holds }: DraftPlan,
  ordered: Pick<FollowUp, "source" | "mandate">,
): Promise<UnitOutcome | null> {
  const { github } = ports;
  const standing = await claimedBranch(ports, {
    ...{ repository: job.repository, branch, base, spec },
    source: { repository: job.repository, number: reviewed.pull.number },
  });
  if (standing.handsOff) return ended("hands-off", standing);
  if (standing.pull === null) return null;
  const commits = await github.commits(job.repository, standing.pull.number);
  const isRevised = commits.some(isRevision);
  if (!isRevised && request === null) return null;
  const made = await standingFollowUp(ports, job.repository, standing.pull);
  // Replies still remembered: an attempt was cut off before it was told what became of it.
  const isSame = request !== null && made?.data.request === modelRequestHash(request) && !(await holds());
  if (!isRevised && !isSame) return null;
  await orderAgain(ports, job.repository, standing.pull, ordered);
  return { ...ended("unchanged", standing), because: isRevised ? revisedWords : null };
}

/** Of the unit, with what the others of its run ask. */
function factsOf({ reviewed, unit, units }: DesignWork, entries: readonly PlacedEntry[]): DesignFacts {
  const { config, review, context, files } = reviewed;
  const targets = config.targets.map(({ name, language }) => ({
    name,
    language: language === undefined ? null : parseLanguage(language),
  }));
  const shared = {
    ...{ review, targets, fingerprint, specFiles: files.head, entriesAtHead: entries },
    folder: config.design,
    beside: config.design === defaultDesignFolder,
    link: (file: string, line: number) => blobUrl(context, review.head, file, line),
  };
  const designs = units.filter(({ stage, key }) => stage === "design" || key === unit.key);
  const at = designs.findIndex(({ key }) => key === unit.key);
  const all = askedOnce(designs.map((workPackage) => designFacts({ ...shared, workPackage })));
  return all[at] ?? designFacts({ ...shared, workPackage: unit });
}

/** The document, then what it supersedes; or the team's own design with the open decisions; none where nothing is open. */
function filesOf(
  { job: { pullRequest }, unit }: DesignWork,
  facts: DesignFacts,
  draft: CheckedDraft | null,
  existing: readonly ExistingDesign[],
): readonly FileChange[] {
  const { ownDesign: own = null } = facts;
  if (own !== null) {
    const added = withOpenDecisions(own, facts, draft);
    return added === null ? [] : [added];
  }
  if (draft === null && whyNoDocument(facts, true) !== null) return [];
  const written = documentOf(facts, draft);
  const wanted = { path: written.path, pullRequest, entries: unit.entries };
  const { path, superseded } = designPlace(wanted, existing);
  return [{ ...written, path }, ...superseded];
}

function skipped(because: string | null): UnitOutcome {
  return { state: "skipped", url: null, label: null, because, costUsd: 0 };
}

/** Design documents that are looked through for entries of a new one. */
const mostDesigns = 200;

/** The design documents where the new one is to be merged, and the team's own design of the feature. */
async function designsAt(
  { github }: JobPorts,
  { job, reviewed }: DesignWork,
  { base }: Place,
  { home }: DesignFacts,
): Promise<readonly ExistingDesign[]> {
  const tip = await github.branchTip(job.repository, base);
  if (tip === null) return [];
  const source = github.source(job.repository);
  const isHere = (path: string): boolean =>
    path.startsWith(`${reviewed.config.design}/`) || (home !== null && folderOf(path) === home);
  const files = (await source.list(tip))
    .filter(({ path, size }) => isHere(path) && path.endsWith(".md") && size < 1_000_000)
    .slice(0, mostDesigns);
  const bytes = files.length === 0 ? [] : await source.read(files.map(({ blob }) => blob));
  return files.map(({ path, isExecutable }, at) => {
    return { path, isExecutable, text: new TextDecoder().decode(bytes[at]) };
  });
}

interface Place {
  readonly repository: { readonly owner: string; readonly name: string };
  readonly source: SourcePullRequest;
  readonly branch: string;
  readonly base: string;
}

function placeOf(
  { repository: { owner, name } }: GenerateJob,
  { pull }: Reviewed,
  unit: GenerationUnit,
): Place {
  const repository = { owner, name };
  const { number, merged, baseRef, headRef, headRepository } = pull;
  const source = { repository, number, merged, baseRef, headRef, headRepository };
  return {
    repository,
    source,
    branch: branchName({ stage: "design", pullRequest: number, slug: unit.slug }),
    base: followUpBase(source, { repository, defaultBranch: baseRef }),
  };
}

function textOf({ job, reviewed, unit }: DesignWork, drafted: DraftedDesign, document: SourceFile) {
  const { draft, why, request, model } = drafted;
  const facts = draft === null ? null : { marked: problemsOf(draft).length };
  return followUpText(job, reviewed, unit, {
    target: job.repository.name,
    request,
    document: document.path,
    design: { path: document.path, questions: questionsIn(document.text) },
    model,
    ...designChecks({ draft: facts, noDraft: why }),
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function ended(state: "hands-off" | "unchanged", { pull }: FollowUpBranch): UnitOutcome {
  return { state, url: pull?.url ?? null, label: labelOf(pull?.number ?? null), because: null, costUsd: 0 };
}

function labelOf(number: number | null): string | null {
  return number === null ? null : `#${String(number)}`;
}
