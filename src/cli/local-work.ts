import { basename } from "node:path";
import type { CodeRequest } from "../core/code/code-request.ts";
import { codeTarget, type ConfiguredTarget } from "../core/code/configured-target.ts";
import { findTargets } from "../core/code/find-target.ts";
import { guessTarget, targetDoubt } from "../core/code/guess-target.ts";
import type { ExtractedVectors } from "../core/code/vectors/extract-vectors.ts";
import type { GenerationUnit } from "../core/plan/plan-generation.ts";
import type { Entry, SourceFile } from "../core/entries/entry.ts";
import { type ParseOptions, parseSpec } from "../core/entries/parse-spec.ts";
import { UserError } from "../core/user-error.ts";
import { type ClonePlace, findClone } from "../shell/local-git/find-clone.ts";
import { LocalGitSource } from "../shell/local-git/local-git-source.ts";
import { openLocalTarget } from "../shell/target/local-target.ts";
import type { OpenedTarget } from "../shell/target/opened-target.ts";
import { withChildrenToBuild } from "../core/decision/with-children-to-build.ts";
import { changedEntries } from "./changed-entries.ts";
import { type LocalReview, reviewLocally } from "./local-review.ts";
import { stateOf } from "../core/design/design-state.ts";
import { questionsIn } from "../core/design/questions-in.ts";
import { plural } from "../core/message/wording.ts";
import { readDesign } from "./read-design.ts";
import { linksOf } from "./review-markdown.ts";
import type { Revisions } from "./with-revisions.ts";

export interface LocalWork {
  readonly request: CodeRequest;
  readonly left: ExtractedVectors["left"];
  readonly unit: GenerationUnit;
  readonly opened: OpenedTarget;
  /** Top of the target's clone. */
  readonly clone: string;
  /** Commit of the spec that the entries were read at. */
  readonly specCommit: string;
  /** What whoever asked should know before anything is written. */
  readonly notices: readonly string[];
}

export interface LocalWorkOptions extends Revisions {
  readonly target: string;
  readonly note?: string;
  /** File of the design document that the code is to follow. */
  readonly design?: string;
  readonly acceptOpen?: boolean;
}

/** Everything a writer works from, as the App puts it together, of local clones. Throws UserError. */
export async function localWork(ids: readonly string[], options: LocalWorkOptions): Promise<LocalWork> {
  const { gatherCodeRequest } = await import("../shell/job/code-facts.ts");
  const place = await findClone(options.target, "--target");
  const local = await reviewLocally(options);
  const { review, request, config } = local;
  const source = new LocalGitSource(place.root);
  const holdsSpec = (await findClone(options.repo, "--repo")).store === place.store;
  // Code that lives beside its spec is built on the change to the spec, as the App stacks its pull requests.
  const commit = holdsSpec ? review.head : await source.resolve("HEAD");
  const chosen = await chooseTarget(source, place, { config, commit, holdsSpec });
  const { unit, leftOut } = await unitOf(local, ids, chosen.target.name);
  const opened = await openLocalTarget(source, commit, chosen.target.path);
  const facts = {
    reviewed: {
      review,
      config,
      files: { base: request.baseFiles, head: request.headFiles, tests: request.testFiles ?? [] },
    },
    unit,
    target: chosen.target,
    design: designOf(options),
    note: options.note ?? null,
  };
  return {
    ...(await gatherCodeRequest({ entries: readEntries }, facts, opened)),
    unit,
    opened,
    clone: place.root,
    specCommit: review.head,
    notices: [...chosen.notices, ...leftOut, ...(facts.design === null ? designNotices(local, unit) : [])],
  };
}

interface Chosen {
  readonly target: ConfiguredTarget;
  readonly notices: readonly string[];
}

/** In this process: a person waits for it and can stop it. */
function readEntries(files: readonly SourceFile[], options: ParseOptions): Promise<readonly Entry[]> {
  return Promise.resolve(parseSpec(files, options).files.flatMap(({ entries }) => entries));
}

/** The target that the spec's configuration describes, or else what its files look like. */
async function chooseTarget(
  source: LocalGitSource,
  { root, folder }: ClonePlace,
  {
    config,
    commit,
    holdsSpec,
  }: Pick<LocalReview, "config"> & { readonly commit: string; readonly holdsSpec: boolean },
): Promise<Chosen> {
  const { repository: remote } = linksOf(await source.origin());
  const repository = remote.name === "" ? null : `${remote.owner}/${remote.name}`;
  const name = basename(root);
  const [found, other] = findTargets(config.targets, { repository, name, folder, holdsSpec });
  if (found !== undefined && other === undefined) return { target: found, notices: [] };
  if (found !== undefined)
    throw new UserError(
      `Several targets of the configuration live in "${root}". Name the folder of one with --target.`,
    );
  const paths = (await source.list(commit)).map(({ path }) => path);
  const doubt = targetDoubt(folder, paths);
  if (doubt !== null)
    throw new UserError(
      `Which code is meant? The configuration describes no such target, and "${folder || name}" ${doubt}. ` +
        "Name a folder of one language with --target, or the target with its language under targets in .github/twopath.yml.",
    );
  const target = guessTarget(folder === "" ? name : basename(folder), folder, paths);
  const { sourceFolders, testFolders } = codeTarget(target);
  const where = (folders: readonly string[]): string =>
    folders
      .slice(0, 6)
      .map((one) => one || "any folder")
      .join(", ") + (folders.length > 6 ? ", …" : "");
  return {
    target,
    notices: [
      `Target worked out from its files: code may go into ${where(sourceFolders)}, tests into ${where(testFolders)}. ` +
        "`targets` in .github/twopath.yml sets other folders.",
    ],
  };
}

async function unitOf(
  { review }: LocalReview,
  ids: readonly string[],
  target: string,
): Promise<{ readonly unit: GenerationUnit; readonly leftOut: readonly string[] }> {
  const { planGeneration } = await import("../core/plan/plan-generation.ts");
  const selected = withChildrenToBuild(changedEntries(review, ids), review.recommendations);
  const [unit] = planGeneration({
    workPackages: review.workPackages,
    selected: selected.map(({ change, path, takeBack }) => ({
      id: change.id,
      path,
      takeBack,
    })),
    path: "code",
    targets: [target],
    together: true,
  });
  if (unit === undefined)
    throw new UserError("There is nothing to build in these entries: `twopath explain ID` says why.");
  const carriedBy = (id: string): boolean =>
    selected.some(({ change }) => change.after?.parent === id && unit.entries.includes(change.id));
  const leftOut = selected
    .filter(({ change }) => !unit.entries.includes(change.id) && !carriedBy(change.id))
    .map(
      ({ change }) =>
        `${change.id} is left out: there is nothing to build in it. \`twopath explain ${change.id}\` says why.`,
    );
  return { unit, leftOut };
}

/** Throws UserError for a draft that leaves questions open, where nobody accepts that. */
function designOf({ design, acceptOpen }: LocalWorkOptions): SourceFile | null {
  if (design === undefined) return null;
  const document = readDesign(design);
  const open = stateOf(document.text) === "draft" ? questionsIn(document.text) : 0;
  if (open > 0 && acceptOpen !== true)
    throw new UserError(
      `The design "${design}" is a draft and lists ${plural(open, "open question")}. Write what is decided into it and take out what is settled, or say --accept-open.`,
    );
  return document;
}

function designNotices({ review }: LocalReview, { entries }: GenerationUnit): string[] {
  return review.recommendations
    .filter(({ change, path }) => path === "design" && entries.includes(change.id))
    .map(
      ({ change, reason }) =>
        `${change.id}: a design first is recommended. ${reason} \`twopath design ${change.id}\` writes one.`,
    );
}
