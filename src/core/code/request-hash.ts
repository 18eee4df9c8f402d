import { sha256 } from "../entries/sha256.ts";
import type { ModelRequest } from "../model-request.ts";
import type { CodeRequest } from "./code-request.ts";

/**
 * Says whether two requests are the same: everything the model is shown and everything it may write. A reply that was
 * paid for is only used again for the same request, and a pull request made from the same request is not made again.
 */
export function requestHash({ model, policy }: Pick<CodeRequest, "model" | "policy">): string {
  return sha256(JSON.stringify([model, policy])).slice(0, 32);
}

/** As `requestHash`, for a request that writes no files of a target. */
export function modelRequestHash(request: ModelRequest): string {
  return sha256(JSON.stringify(request)).slice(0, 32);
}
