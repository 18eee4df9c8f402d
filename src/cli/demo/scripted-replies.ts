import { z } from "zod";
import type { ModelRequest } from "../../core/model-request.ts";
import { ScriptedModel, type ScriptedReply } from "../../shell/model/scripted-model.ts";
import { readFolder } from "./read-folder.ts";
import { scriptedRevision } from "./scripted-revision.ts";

/** A tool's input; `file` stands for `content`, whose text is a file beside the script. */
const tool = z.object({
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  file: z.string().optional(),
});
const script = z.object({
  /** Says what these replies are: nobody recorded them from a model. */
  origin: z.literal("scripted"),
  /** Entries that the replies are about; any other is declined. */
  entries: z.array(z.string()).min(1),
  turns: z.array(z.array(tool)),
});
const draftScript = z.object({ origin: z.literal("scripted"), draft: z.unknown() });

/** What a person is told who asks for something that is not scripted. */
const notScripted =
  "The model of this demo is a script, and it has no reply to that. With `ANTHROPIC_API_KEY` set, `twopath demo` asks a real model.";

type Files = Readonly<Record<string, string>>;

/**
 * The demo's model: replies of our own writing, one for each turn of the writer of target NAME from a `script.json` below
 * `demo/cassette/NAME`, the draft of a work package's design from `demo/cassette/design/SLUG.json`, and one revision of
 * it. Everything that comes of it says that it is scripted.
 */
export async function scriptedReplies(): Promise<ScriptedModel> {
  const files = await readFolder("cassette");
  return new ScriptedModel((request, slot) => replyFor(files, request, slot));
}

function replyFor(files: Files, request: ModelRequest, slot: string): ScriptedReply | null {
  const slug = /^design\/([^/]+)\/\d+$/.exec(slot)?.[1];
  if (slug !== undefined) return draftFor(files[`design/${slug}.json`]);
  if (slot.startsWith("revise/")) return scriptedRevision(files, request, notScripted);
  // A script has no eyes: what code reads of the demands stands alone.
  if (slot === "judge") return { stop: "refused" };
  const [, target, turn] = /^write\/([^/]+)\/(\d+)$/.exec(slot) ?? [];
  return target === undefined ? null : turnOf(files, request, target, Number(turn));
}

function turnOf(files: Files, request: ModelRequest, target: string, turn: number): ScriptedReply | null {
  const asked = JSON.stringify(request.messages[0]);
  const found = asked.includes('\\"revisionAsked\\":') ? null : scriptFor(files, target, asked);
  if (found === null)
    return { tools: [{ name: "ask", input: { entry: "", quote: "", question: notScripted } }] };
  const wanted = found.turns[turn - 1];
  // A model without a reply is a failure that is tried again.
  if (wanted === undefined) return null;
  return {
    tools: wanted.map(({ name, input, file }) => ({
      name,
      input: file === undefined ? input : { ...input, content: contentOf(files, `${found.folder}${file}`) },
    })),
  };
}

/** The target's script that is about an entry of the request. */
function scriptFor(
  files: Files,
  target: string,
  asked: string,
): (z.infer<typeof script> & { readonly folder: string }) | null {
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${target}/`) || !path.endsWith("/script.json")) continue;
    const read = script.parse(JSON.parse(text));
    if (read.entries.some((id) => asked.includes(`\\"id\\":\\"${id}\\"`)))
      return { ...read, folder: path.slice(0, -"script.json".length) };
  }
  return null;
}

function draftFor(text: string | undefined): ScriptedReply {
  if (text === undefined) return { stop: "refused" };
  return { text: JSON.stringify(draftScript.parse(JSON.parse(text)).draft) };
}

function contentOf(files: Files, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`The demo's script names ${path}, which is not there.`);
  return text;
}
