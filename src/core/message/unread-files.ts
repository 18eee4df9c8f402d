import type { UnreadFile } from "../entries/unread-file.ts";
import { clip, clipName, codeText, inlineText } from "./escape.ts";
import { listWords, plural } from "./wording.ts";

const maxNames = 10;

/** Changed Markdown files that were not read, each with the line that makes it read, for a comment. */
export function unreadFilesText(unread: readonly UnreadFile[]): string {
  if (unread.length === 0) return "";
  const lines = unread.slice(0, maxNames).map(({ file, why, config }) => {
    const remedy = config === null ? "" : ` To read it: ${codeText(clip(config, 250))}`;
    return `- ${codeText(clip(file, 200))}: ${inlineText(clip(why, 200))}${remedy}`;
  });
  const more = unread.length - lines.length;
  const rest = more > 0 ? [`- and ${plural(more, "more file", "more files")}`] : [];
  const head = `**Not read: ${plural(unread.length, "changed Markdown file", "changed Markdown files")}.** The remedy goes into \`.github/twopath.yml\` on the base branch.`;
  return [head, "", ...lines, ...rest].join("\n");
}

const mostCompanions = 3;

/** Read-mes, change logs and plans that changed beside what was read: named, and no more. */
export function unreadCompanionsText(unread: readonly UnreadFile[]): string {
  const names = unread.slice(0, mostCompanions).map(({ file }) => codeText(clipName(file, 80)));
  const more = unread.length - names.length;
  return `Changed, and not read as a spec: ${listWords(more > 0 ? [...names, plural(more, "more file")] : names)}.`;
}

/** All of them for a terminal: one line a file. */
export function unreadFilesLines(unread: readonly UnreadFile[]): string[] {
  return unread.map(({ file, why, config }) => {
    const remedy =
      config === null
        ? ""
        : ` To read it, write into .github/twopath.yml, which a review reads at the base: ${config}`;
    return `${file}  not read: ${why}${remedy}`;
  });
}
