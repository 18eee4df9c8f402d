import type { FileChange } from "../file-change.ts";
import { declaresTestsWithoutAssertion } from "./assertions.ts";
import { codeInData, type ContentProblem, contentProblem } from "./content-problem.ts";
import { namedFileProblem } from "./named-file.ts";
import { newPlaceProblem } from "./new-place.ts";
import { pathFacts } from "./path-facts.ts";
import { pathShapeProblem } from "./path-shape.ts";
import { protectedPathProblem } from "./protected-path.ts";
import { readOtherwise } from "./read-otherwise.ts";
import { type KnownText, scriptProblem } from "./script-problem.ts";
import { findSecrets } from "./secrets.ts";
import { isWithin, kindProblem } from "./kind-problem.ts";
import { isDataKind } from "./writable-kind.ts";
import type { Refusal, TreeEntry, WritePolicy } from "./write-policy.ts";

export interface GuardFacts {
  /** The target's whole tree, for links, collisions and folders. */
  readonly tree: readonly TreeEntry[];
  /** Content before the change, by path; absent for a new file. */
  readonly before: ReadonlyMap<string, string>;
  /** Text of the entries and vectors: literals found there are no secrets. */
  readonly given: string;
}

/**
 * Says everything that forbids committing these files to this target; empty when they may be committed. Nothing is
 * repaired here: one refusal means no commit. See PRODUCT.md §6 and docs/security.md.
 */
export function guard(
  files: readonly FileChange[],
  policy: WritePolicy,
  facts: GuardFacts,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (files.length > policy.caps.files) {
    refusals.push(
      refusal("too-many-files", files[policy.caps.files]?.path ?? "", `more than ${policy.caps.files} files`),
    );
  }
  let total = 0;
  for (const file of files) {
    const found = guardFile(file, policy, facts);
    if (found !== null) refusals.push(found);
    total += byteLength(file.content ?? "");
  }
  if (total > policy.caps.totalBytes) {
    refusals.push(
      refusal("too-large", files[0]?.path ?? "", `more than ${policy.caps.totalBytes} bytes together`),
    );
  }
  refusals.push(...twins(files));
  return refusals;
}

/** The first reason why one file may not be written, or null. */
export function guardFile(file: FileChange, policy: WritePolicy, facts: GuardFacts): Refusal | null {
  const atPath = guardPath(file.path, policy, facts.tree);
  if (atPath !== null) return atPath;
  if (file.content === null) return refusal("delete", file.path, "the bot deletes no files");
  const fixed = policy.fixed.find(({ path }) => path === file.path);
  if (fixed !== undefined) {
    if (fixed.content === file.content) return null;
    return refusal(
      "vector-changed",
      file.path,
      "holds test data of the spec, which stays byte for byte as it is",
    );
  }
  return guardContent(file.path, file.content, policy, facts);
}

/** Why nothing may be written at this path, or null. */
export function guardPath(path: string, policy: WritePolicy, tree: readonly TreeEntry[]): Refusal | null {
  const shape = pathShapeProblem(path, tree);
  if (shape !== null) return refusal("path-shape", path, `the path ${shape}`);
  const places = pathFacts(tree, policy.folders, (other) => protectedPathProblem(other) !== null);
  const protection = protectedPathProblem(path, places);
  if (protection !== null) return refusal("path-protected", path, `the path ${protection}`);
  const isFixed = policy.fixed.some((file) => file.path === path);
  if (policy.named?.includes(path) === true && tree.some((entry) => entry.path === path)) {
    const tool = namedFileProblem(path, places);
    return tool === null ? treeProblem(path, tree) : refusal("path-protected", path, `the path ${tool}`);
  }
  if (!isWithin(path, policy.folders)) {
    return refusal(
      "path-outside",
      path,
      `the path is outside ${policy.folders.join(", ") || "every allowed folder"}`,
    );
  }
  const place = isFixed || isDataKind(path) ? null : newPlaceProblem(path, places, tree);
  if (place !== null) return refusal("path-protected", path, `the path ${place}`);
  const kind = isFixed ? null : kindProblem(path, policy, tree);
  return kind === null ? treeProblem(path, tree) : refusal("path-kind", path, kind);
}

function treeProblem(path: string, tree: readonly TreeEntry[]): Refusal | null {
  const folded = path.toLowerCase();
  for (const entry of tree) {
    const other = entry.path.toLowerCase();
    const covers = folded === other || folded.startsWith(`${other}/`);
    if (covers && entry.kind !== "file") {
      return refusal("path-link", path, `the path goes through a ${entry.kind} (${entry.path})`);
    }
    if (covers && folded !== other)
      return refusal("path-collision", path, `${entry.path} is a file, not a folder`);
    if (folded === other && path !== entry.path) {
      return refusal("path-collision", path, `differs only in case from ${entry.path}`);
    }
    if (other.startsWith(`${folded}/`)) return refusal("path-collision", path, "is a folder");
    if (respellsFolder(path, entry.path))
      return refusal("path-collision", path, `a folder differs only in case from one of ${entry.path}`);
  }
  return null;
}

/** Whether the first folder in which two paths differ is the same one where letter case means nothing. */
function respellsFolder(path: string, other: string): boolean {
  const [own, theirs] = [path.split("/").slice(0, -1), other.split("/").slice(0, -1)];
  const at = own.findIndex((name, i) => name !== theirs[i]);
  return at >= 0 && own[at]?.toLowerCase() === theirs[at]?.toLowerCase();
}

function guardContent(path: string, content: string, policy: WritePolicy, facts: GuardFacts): Refusal | null {
  if (byteLength(content) > policy.caps.fileBytes) {
    return refusal("too-large", path, `is larger than ${policy.caps.fileBytes} bytes`);
  }
  const before = facts.before.get(path) ?? null;
  const problem =
    contentProblem(content, before) ??
    (isDataKind(path) ? null : sourceProblem(path, content, facts)) ??
    codeInData(path, content);
  if (problem !== null) return refusal(problem.rule, path, `line ${problem.line} holds ${problem.what}`);
  const lines = content.split("\n");
  const secret = findSecrets(content, facts.given).find(
    ({ line, last }) => before?.includes(lines.slice(line - 1, last).join("\n")) !== true,
  );
  if (secret !== undefined) {
    return refusal("secret", path, `line ${secret.line} looks like a ${secret.what}`);
  }
  if (isWithin(path, policy.testFolders) && declaresTestsWithoutAssertion(content)) {
    return refusal("no-assertion", path, "declares tests in which nothing can fail");
  }
  return null;
}

function sourceProblem(path: string, content: string, facts: GuardFacts): ContentProblem | null {
  const before = facts.before.get(path) ?? null;
  return readOtherwise(path, content, before) ?? scriptProblem(path, content, before, knownText(facts));
}

/** Text of the repository beyond ASCII, as far as it was read, and of the spec. */
function knownText({ before, given }: GuardFacts): KnownText {
  const repository = [...before.values()].filter((text) => /[^\0-~]/.test(text)).join("\n");
  return { repository, spec: given };
}

function twins(files: readonly FileChange[]): readonly Refusal[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const folded = path.toLowerCase();
    if (seen.has(folded))
      return [refusal("path-collision", path, "is written twice, or differs only in case")];
    seen.add(folded);
    return [];
  });
}

function refusal(rule: Refusal["rule"], path: string, why: string): Refusal {
  return { rule, path, message: `${shown(path)}: ${why}` };
}

/** A path as it may be shown: bounded, without what a terminal or Markdown would act on. */
function shown(path: string): string {
  return path.replace(/[\p{C}`<>@]/gu, "?").slice(0, 120) || "(empty path)";
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
