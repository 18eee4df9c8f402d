import { editorSettings } from "../../core/code/format/editor-settings.ts";
import { lineEnding, withLineEnding } from "../../core/code/format/line-endings.ts";
import { prettierOptions } from "../../core/code/format/prettier-options.ts";
import { styleProblems } from "../../core/code/format/style-problems.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { FormatRequest } from "./format-file.ts";
import type { WriterRun } from "./writer-run.ts";

/** Files that show how a new one is to look. */
const maxLike = 3;

/** Written files brought into the target's form, and where they still differ from it, in words. */
interface Formatted {
  readonly changed: readonly string[];
  readonly problems: readonly string[];
}

/** Gives what was written the form of the code base, as far as its settings are data: Prettier's, line endings, the last newline. */
export async function formatWritten(run: WriterRun): Promise<Formatted> {
  const { request, format } = run.input;
  const { overlay } = run.world;
  const settings = request.formatting ?? [];
  const fixed = new Set(request.policy.fixed.map(({ path }) => path));
  const changed: string[] = [];
  const problems: string[] = [];
  for (const { path, content: written } of overlay.changes()) {
    if (written === null || fixed.has(path)) continue;
    const before = overlay.before.get(path) ?? null;
    const like = before === null ? await filesLike(run, path) : [before];
    const options = prettierOptions(settings, path);
    const isKnown = options !== null && format !== undefined;
    const formatted = isKnown ? await format({ path, content: written, like, options }) : null;
    const ending = endingFor({ path, content: written, like }, settings);
    const content = withLineEnding(withLastNewline(formatted ?? written, before), ending);
    if (await overlay.write(path, content)) changed.push(path);
    if (formatted === null) problems.push(...styleProblems({ path, content, before, like }, settings));
  }
  return { changed, problems };
}

function endingFor(
  { path, content, like }: Omit<FormatRequest, "options">,
  settings: readonly SourceFile[],
): "\n" | "\r\n" {
  if (like.length === 0 && editorSettings(settings, path).eol === "crlf") return "\r\n";
  return lineEnding(like[0] ?? content);
}

function withLastNewline(content: string, before: string | null): string {
  const isUsual = before === null || before === "" || before.endsWith("\n");
  return isUsual && content !== "" && !content.endsWith("\n") ? `${content}\n` : content;
}

/** Existing files of the same kind, the nearest first: of the same folder, else of the one with most folders in common. */
async function filesLike({ world: { overlay } }: WriterRun, path: string): Promise<readonly string[]> {
  const ending = path.slice(path.lastIndexOf("."));
  const written = new Set(overlay.changes().map((change) => change.path));
  const names = path.split("/");
  const inCommon = (other: string): number => {
    const at = other.split("/").findIndex((name, index) => name !== names[index]);
    return at < 0 ? names.length : at;
  };
  const near = overlay
    .paths()
    .filter((other) => other.endsWith(ending) && !written.has(other))
    .map((other) => ({ other, common: inCommon(other) }))
    .sort((a, b) => b.common - a.common || (a.other < b.other ? -1 : 1))
    .slice(0, maxLike);
  const texts = await Promise.all(near.map(({ other }) => overlay.read(other)));
  return texts.flatMap((text) => text ?? []);
}
