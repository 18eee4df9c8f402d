import { type GitPerson, personLine } from "./git-commit.ts";
import type { TreeChange } from "./git-tree.ts";

/** A file's new content; null deletes it. */
export type FileMap = Readonly<Record<string, string | Uint8Array | null>>;

/** Commands of `git fast-import` that leave a changed tree on a ref; null base starts empty. */
export function treeCommands(ref: string, base: string | null, items: readonly TreeChange[]): string {
  const parts = [`commit ${ref}\n`, "committer sandbox <sandbox@localhost> 0 +0000\n", "data 0\n\n"];
  if (base) parts.push(`M 040000 ${base} ""\n`);
  for (const item of items) {
    if (item.sha === null) parts.push(`D ${quoted(item.path)}\n`);
    else parts.push(`M ${item.mode} ${item.sha} ${quoted(item.path)}\n`);
  }
  parts.push("done\n");
  return parts.join("");
}

/** Commands of `git fast-import` that commit file changes onto a branch. */
export function commitCommands(
  branch: string,
  files: FileMap,
  message: string,
  author: GitPerson,
  from: string | null,
): Uint8Array {
  const parts: (string | Uint8Array)[] = [
    `commit refs/heads/${branch}\n`,
    `committer ${personLine(author)}\n`,
    ...data(message),
    from ? `from ${from}\n` : "",
  ];
  for (const [path, content] of Object.entries(files)) {
    if (content === null) parts.push(`D ${quoted(path)}\n`);
    else parts.push(`M 100644 inline ${quoted(path)}\n`, ...data(content));
  }
  parts.push("done\n");
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

function data(content: string | Uint8Array): readonly (string | Uint8Array)[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return [`data ${bytes.length}\n`, bytes, "\n"];
}

function quoted(path: string): string {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
