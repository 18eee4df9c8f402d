import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { RetryLater } from "../retry-later.ts";

/** Errors of a query come in an answer of status 200 (https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api). */
const errorSchema = z.object({
  name: z.literal("GraphqlResponseError"),
  headers: z.record(z.string(), z.unknown()).catch({}),
  errors: z.array(z.object({ type: z.string().catch("") })).catch([]),
});

/** The one place where GitHub's other API is asked: queries only. Throws RetryLater at its limit. */
export async function askQuery(
  octokit: Octokit,
  text: string,
  variables: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  try {
    return await octokit.graphql(text, variables);
  } catch (cause) {
    const failed = errorSchema.safeParse(cause);
    if (!failed.success) throw cause;
    const { headers, errors } = failed.data;
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    if (reset > 0 && errors.some(({ type }) => type === "RATE_LIMITED"))
      throw new RetryLater("GitHub limits queries", new Date((reset + 1) * 1000), { cause });
    throw new Error("GitHub did not answer a query", { cause });
  }
}
