import type { Octokit } from "@octokit/rest";
import { withoutSecrets } from "../../core/code/guard/secrets.ts";
import type { RepositoryRef } from "../ports.ts";
import { isRefused } from "./is-refused.ts";

const bounds = { bytes: 40_000_000, kept: 400_000, tail: 6_000, ms: 15_000 };

/**
 * The end of what a job of GitHub Actions printed, up to its last error, without what looks like a secret; "" where it cannot be
 * had. GitHub sends the reader to a storage host: no token goes there, and of a log of any size only the end is held.
 */
export async function readLogTail(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  job: number,
): Promise<string> {
  try {
    const { headers } = await octokit.rest.actions.downloadJobLogsForWorkflowRun({
      ...{ owner, repo, job_id: job },
      request: { redirect: "manual" },
    });
    const place = new URL(headers.location ?? "");
    const own = new URL(octokit.request.endpoint("GET /").url).origin;
    if (place.protocol !== "https:" && place.origin !== own) return "";
    return failureIn(await endOf(place));
  } catch (error) {
    const isUnreachable = error instanceof TypeError || (error as Error).name === "TimeoutError";
    if (isRefused(error) || isUnreachable) return "";
    throw error;
  }
}

/** The last characters of a text of any size. */
async function endOf(place: URL): Promise<string> {
  const { ok, body } = await fetch(place, { signal: AbortSignal.timeout(bounds.ms), redirect: "error" });
  if (!ok || body === null) return "";
  const decoder = new TextDecoder();
  let end = "";
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > bounds.bytes) break;
    end = (end + decoder.decode(chunk, { stream: true })).slice(-bounds.kept);
  }
  return end;
}

/** What stands before the last error and at it: behind it jobs only tidy up. */
function failureIn(log: string): string {
  const lines = log
    .split("\n")
    .map((line) =>
      line.replace(/^\d{4}-\d\d-\d\dT[\d:.]{8,20}Z /, "").replace(/\u001b\[[\d;]{0,20}[A-Za-z]/g, ""),
    )
    .filter((line) => !/^##\[(?:group|endgroup|debug)\]/.test(line));
  const last = lines.findLastIndex((line) => line.startsWith("##[error]"));
  const until = last < 0 ? lines : lines.slice(0, last + 1);
  return withoutSecrets(until.join("\n").slice(-bounds.tail));
}
