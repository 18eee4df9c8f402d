import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { errorAnswer } from "./error-answer.ts";
import type { Fault } from "./fault.ts";
import { HttpError } from "./http-error.ts";
import type { Answer } from "./route.ts";

/** Does what the faults of this moment do: gives the answer they put in place of the right one; `gone`: there is none. */
export async function playFaults(
  faults: readonly Fault[],
  when: "before" | "after",
  request: IncomingMessage,
  route: string | null,
): Promise<Answer | "gone" | null> {
  let answer: Answer | null = null;
  for (const { effect } of faults.filter((fault) => (fault.when ?? "before") === when)) {
    if ("delay" in effect) await sleep(effect.delay);
    else if ("run" in effect) {
      if ((await effect.run(route)) !== "reset") continue;
      request.socket.destroy();
      return "gone";
    } else if ("reset" in effect) {
      request.socket.destroy();
      return "gone";
    } else if ("stall" in effect) return "gone";
    else
      answer = errorAnswer(
        new HttpError(effect.status, effect.message ?? "Server Error", [], effect.headers),
      );
  }
  return answer;
}
