import { z } from "zod";
import type { ModelRequest } from "../../core/model-request.ts";
import { ScriptedModel, type ScriptedReply } from "../../shell/model/scripted-model.ts";
import { readFolder } from "./read-folder.ts";

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
type Script = z.infer<typeof script>;
const draftScript = z.object({ origin: z.literal("scripted"), draft: z.unknown() });

/**
 * The demo's model: replies of our own writing from `demo/cassette/NAME/script.json`, one for each turn of the writer of
 * target NAME, and `demo/cassette/design/SLUG.json`, the draft of a work package's design. Everything that comes of it says that it is scripted.
 */
export async function scriptedReplies(): Promise<ScriptedModel> {
  const files = await readFolder("cassette");
  return new ScriptedModel((request, slot) => replyFor(files, request, slot));
}

function replyFor(
  files: Readonly<Record<string, string>>,
  request: ModelRequest,
  slot: string,
): ScriptedReply | null {
  const slug = /^design\/([^/]+)\/1$/.exec(slot)?.[1];
  if (slug !== undefined) return draftFor(files[`design/${slug}.json`]);
  const found = /^write\/([^/]+)\/(\d+)$/.exec(slot);
  if (request.purpose !== "write" || found === null) return null;
  const [, target = "", turn = ""] = found;
  const text = files[`${target}/script.json`];
  if (text === undefined) return null;
  const { entries, turns } = script.parse(JSON.parse(text));
  // A model without a reply is a failure that is tried again; one that declines is an end.
  if (!entries.some((id) => JSON.stringify(request.messages[0]).includes(`\\"id\\":\\"${id}\\"`)))
    return { stop: "refused" };
  const wanted: Script["turns"][number] | undefined = turns[Number(turn) - 1];
  if (wanted === undefined) return null;
  return {
    tools: wanted.map(({ name, input, file }) => ({
      name,
      input: file === undefined ? input : { ...input, content: contentOf(files, `${target}/${file}`) },
    })),
  };
}

function draftFor(text: string | undefined): ScriptedReply | null {
  return text === undefined ? null : { text: JSON.stringify(draftScript.parse(JSON.parse(text)).draft) };
}

function contentOf(files: Readonly<Record<string, string>>, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`The demo's script names ${path}, which is not there.`);
  return text;
}
