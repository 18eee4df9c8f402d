import { onOutputThread } from "./output-thread.ts";

/** `parseFile` on a thread: says where a file does not parse, or null; null also for a kind of file it does not know. */
export async function parseCheck(path: string, content: string): Promise<string | null> {
  const answer = await onOutputThread<string | null>({ parse: { path, content } });
  if ("value" in answer) return answer.value;
  return answer.problem === "too long" ? "it takes too long to parse" : "it nests too deep to be parsed";
}
