import { lineEnding, withLineEnding } from "../../core/code/format/line-endings.ts";
import { type GuardFacts, guardFile } from "../../core/code/guard/guard.ts";
import type { Refusal, WritePolicy } from "../../core/code/guard/write-policy.ts";
import { type WriteToolName, writeToolInputs } from "../../core/code/write-tools.ts";
import { fileForModel } from "../../core/model-text.ts";
import type { ModelToolUse } from "../../core/model-request.ts";
import type { Overlay } from "./overlay.ts";
import { readable, search, shownFile } from "./search-target.ts";

/** Says at which line a file does not parse, or null; null also for a kind of file it does not know. */
export type ParseCheck = (path: string, content: string) => Promise<string | null>;

export interface ToolWorld {
  readonly overlay: Overlay;
  readonly policy: WritePolicy;
  readonly parse: ParseCheck;
  /** Spec text of the request; see GuardFacts. */
  readonly given: string;
}

export type ToolResult =
  | { readonly kind: "answer"; readonly content: string; readonly wrote: boolean }
  | { readonly kind: "error"; readonly content: string; readonly refusal: Refusal | null }
  | { readonly kind: "ask"; readonly entry: string; readonly quote: string; readonly question: string }
  | { readonly kind: "finish"; readonly summary: string; readonly nothingToDo: readonly NothingToDo[] };

/** An entry whose change asks nothing of the target, in the model's words. */
export interface NothingToDo {
  readonly entry: string;
  readonly because: string;
}

const longestAnswer = 40_000;

/** Runs one tool call on the overlay. Whatever the model sends, the answer is a value; only a broken workspace throws. */
export async function runTool(use: ModelToolUse, world: ToolWorld): Promise<ToolResult> {
  const schema = Object.hasOwn(writeToolInputs, use.name)
    ? writeToolInputs[use.name as WriteToolName]
    : undefined;
  if (schema === undefined)
    return failed(`There is no tool of that name. Tools: ${Object.keys(writeToolInputs).join(", ")}.`);
  const parsed = schema.safeParse(use.input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed(`Wrong input: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unreadable"}.`);
  }
  return await tools[use.name as WriteToolName](parsed.data as never, world);
}

function failed(content: string, refusal: Refusal | null = null): ToolResult {
  return { kind: "error", content: content.slice(0, 1000), refusal };
}

function answer(content: string, wrote = false): ToolResult {
  const cut = content.length > longestAnswer;
  return {
    kind: "answer",
    content: cut ? `${content.slice(0, longestAnswer)}\n(cut: ask for fewer lines)` : content,
    wrote,
  };
}

type Input<Name extends WriteToolName> = (typeof writeToolInputs)[Name]["_output"];
type Tools = {
  readonly [Name in WriteToolName]: (
    input: Input<Name>,
    world: ToolWorld,
  ) => Promise<ToolResult> | ToolResult;
};

const tools: Tools = {
  list_files: ({ prefix }, { overlay }) => {
    const paths = overlay.paths().filter((path) => path.startsWith(prefix) && readable(path));
    const rest = paths.length > 400 ? `\n(${paths.length - 400} more: use a longer prefix)` : "";
    return answer((paths.slice(0, 400).join("\n") || "(none)") + rest);
  },
  read_file: async ({ path, from_line, to_line }, { overlay }) => {
    const content = await shownFile(path, overlay);
    if (content === null) return failed("No such file, or it is not shown to you.");
    const first = from_line ?? 1;
    const lines = content.split("\n").slice(first - 1, to_line ?? undefined);
    const numbered = lines.map((line, index) => `${first + index}\t${line.slice(0, 2000)}`);
    return answer((from_line === null && settings.test(path) ? uncommented(numbered) : numbered).join("\n"));
  },
  search: async (input, { overlay }) => answer(await search(input, overlay)),
  write_file: ({ path, content }, world) => write(path, content, world),
  replace_text: async ({ path, old_text, new_text }, world) => {
    const content = readable(path) ? await world.overlay.read(path) : null;
    if (content === null) return failed("No such file.");
    const ending = lineEnding(content);
    const passage = content.includes(old_text) ? old_text : withLineEnding(old_text, ending);
    const at = content.indexOf(passage);
    if (at === -1)
      return failed(
        fileForModel(path, content) === content
          ? "old_text does not occur in the file; read it again and copy the passage exactly."
          : "old_text does not occur in the file as it is stored: it holds text that nobody sees, which you are not shown. Give another passage, or write the whole file.",
      );
    if (content.includes(passage, at + 1))
      return failed("old_text occurs more than once; give more of the passage.");
    const replaced = withLineEnding(new_text, ending);
    return write(path, content.slice(0, at) + replaced + content.slice(at + passage.length), world);
  },
  ask: (input) => ({ kind: "ask", ...input }),
  finish: ({ summary, nothing_to_do }) => ({ kind: "finish", summary, nothingToDo: nothing_to_do }),
};

/** Settings that are mostly generated comments, which the model would be sent with each reply. */
const settings = /(?:^|\/)(?:tsconfig[^/]*\.json|[^/]+\.config\.[cm]?[jt]s)$/;

function uncommented(numbered: readonly string[]): readonly string[] {
  const said = numbered.filter((line) => !/^\d+\t\s*(?:\/\/.*|\/\*[^*]*\*\/\s*)?$/.test(line));
  const left = numbered.length - said.length;
  return left === 0
    ? said
    : [...said, `(${String(left)} blank lines and comments are left out: from_line shows them)`];
}

async function write(path: string, text: string, world: ToolWorld): Promise<ToolResult> {
  const { overlay, policy } = world;
  const standing = await overlay.read(path);
  const content = standing === null ? text : withLineEnding(text, lineEnding(standing));
  const facts: GuardFacts = { tree: overlay.tree, before: overlay.before, given: world.given };
  const refusal = guardFile({ path, content }, policy, facts);
  if (refusal !== null) return failed(`Refused: ${refusal.message}.`, refusal);
  const before = overlay.before.get(path);
  const problem = await world.parse(path, content);
  if (problem !== null && (before === undefined || (await world.parse(path, before)) === null)) {
    return failed(`Not written: ${problem}.`, { rule: "unparsable", path, message: `${path}: ${problem}` });
  }
  const changes = overlay.changes();
  if (!changes.some((change) => change.path === path) && changes.length >= policy.caps.files) {
    const message = `no more than ${policy.caps.files} files may be written`;
    return failed(`Refused: ${message}.`, { rule: "too-many-files", path, message: `${path}: ${message}` });
  }
  return (await overlay.write(path, content))
    ? answer("Written.", true)
    : answer("Unchanged: it already reads so.");
}
