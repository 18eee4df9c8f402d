import { z } from "zod";
import type { ModelRequest } from "../../core/model-request.ts";
import type { ScriptedReply } from "../../shell/model/scripted-model.ts";
import { readFolder } from "./read-folder.ts";

const revision = z.object({
  origin: z.literal("scripted"),
  /** The one instruction that this is the reply to. */
  asked: z.string(),
  edits: z.array(z.object({ old_text: z.string(), new_text: z.string() })).min(1),
  summary: z.string(),
});
const path = "design/outbox-revision.json";

/** The comment on the design that has a scripted reply. */
export async function revisionToTry(): Promise<string> {
  const files = await readFolder("cassette");
  return `/revise ${revision.parse(JSON.parse(files[path] ?? "")).asked}`;
}

/** The scripted edits for the one instruction they answer; anything else changes nothing and is answered in plain words. */
export function scriptedRevision(
  files: Readonly<Record<string, string>>,
  { messages: [first] }: ModelRequest,
  notScripted: string,
): ScriptedReply {
  const { asked, edits, summary } = revision.parse(JSON.parse(files[path] ?? ""));
  const request = first?.role === "user" ? textOf(first.content) : "";
  const say = (words: string): ScriptedReply => ({ text: JSON.stringify({ edits: [], summary: words }) });
  if (!request.toLowerCase().includes(`"${asked.toLowerCase()}`))
    return say(`${notScripted} The script has a reply to \`/revise ${asked}\`.`);
  if (edits.some(({ old_text: old }) => !request.includes(JSON.stringify(old).slice(1, -1))))
    return say("The document no longer holds what this scripted reply changes.");
  return { text: JSON.stringify({ edits, summary }) };
}

function textOf(content: readonly { readonly type: string; readonly text?: string }[]): string {
  return content.map(({ text = "" }) => text).join("\n");
}
