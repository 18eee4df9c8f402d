import type { SourceFile } from "../../core/entries/entry.ts";
import { cameAlongWords, notInBaseWords } from "../../core/message/mandate-message.ts";
import { approval } from "../../core/plan/approval.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

/** What to say of a design that GitHub calls merged and that nobody approved by it; null: it was approved. */
export async function unapprovedWords(
  { github }: Pick<JobPorts, "github">,
  repository: RepositoryRef,
  { design, spec }: { readonly design: PullRequest; readonly spec: PullRequest },
  { path, text }: SourceFile,
): Promise<string | null> {
  const { mergeCommit: commit, headSha: head } = design;
  const base = await baseOf(github, repository, design, spec);
  const texts = {
    head: text,
    merge: commit === null ? null : await github.file(repository, path, commit),
    base: base === null ? null : await github.file(repository, path, base.tip),
  };
  const merge = commit === null ? null : { commit, parents: await github.parents(repository, commit) };
  switch (approval({ head, merge, texts })) {
    case "approved":
      return null;
    case "came-along":
      return cameAlongWords(base?.branch ?? design.baseRef);
    case "not-in-base":
      return notInBaseWords(path, base?.branch ?? design.baseRef);
  }
}

/** What its merge approved: where the design was merged to; once the spec was merged too, where that went, by then with the design. */
async function baseOf(
  github: JobPorts["github"],
  repository: RepositoryRef,
  design: PullRequest,
  spec: PullRequest,
): Promise<{ readonly branch: string; readonly tip: string } | null> {
  const branch = spec.merged ? spec.baseRef : design.baseRef;
  const tip = await github.branchTip(repository, branch);
  return tip === null ? null : { branch, tip };
}
