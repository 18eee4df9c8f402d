import type { RepoConfig } from "../repo-config.ts";
import { endingsOf } from "./guard/writable-kind.ts";
import { parseLanguage } from "./language.ts";
import { type CodeTarget, defaultTag, type TagForm } from "./target.ts";

export type ConfiguredTarget = RepoConfig["targets"][number];

/** A target of the configuration as the writer knows it: every folder relative to the repository's root. */
export function codeTarget(target: ConfiguredTarget): CodeTarget {
  const inside = (folder: string): string => joined(target.path, folder);
  return {
    name: target.name,
    language: target.language === undefined ? null : parseLanguage(target.language),
    sourceFolders: target.source.map(inside),
    testFolders: target.tests.map(inside),
    vectorFolder: target.vectors === undefined ? null : inside(target.vectors),
    tag: tagFormOf(target),
    endings: endingsOf(target.language),
    files: target.files?.map(inside) ?? [],
  };
}

/** How a configured target writes its tags, and how they are found. */
export function tagFormOf({
  tag,
  tagPattern,
  language,
}: Pick<ConfiguredTarget, "tag" | "tagPattern" | "language">): TagForm {
  const pattern = tag ?? defaultTag(language);
  const form =
    tag === undefined && tagPattern === undefined ? { pattern, assumed: true as const } : { pattern };
  return tagPattern === undefined ? form : { ...form, found: tagPattern };
}

/** Joins two folders as people write them; `""` and `.` are the root. */
function joined(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) => folder.split("/"))
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
}
