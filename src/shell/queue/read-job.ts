import { z } from "zod";
import { repositorySchema } from "../../core/state/place.ts";
import { generateRequestSchema } from "../generate-request.ts";
import type { JobRequest, Order } from "../job-request.ts";
import type { Row } from "./sql.ts";

const strings = z.array(z.string());
const person = z.object({ login: z.string(), id: z.number() });
const pullRequest = { repository: repositorySchema, pullRequest: z.number(), deliveryId: z.string() };
const moment = { heads: strings, bases: strings.optional(), unsure: z.literal(true).optional() };
const order: z.ZodType<Order> = z.object({
  ...moment,
  author: person,
  spec: z.object(moment).optional(),
  at: z.number(),
  comment: z.number().optional(),
  isPress: z.literal(true).optional(),
});
const thread = z.object({ root: z.number(), path: z.string(), commit: z.string(), line: z.number() });
const jobSchema: z.ZodType<JobRequest> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("review"), ...pullRequest, headSha: z.string() }),
  z.object({
    kind: z.literal("command"),
    ...pullRequest,
    commentId: z.number().nullable(),
    body: z.string(),
    order,
    thread: thread.optional(),
  }),
  z.object({
    kind: z.literal("generate"),
    ...pullRequest,
    commentId: z.number().nullable(),
    order,
    request: generateRequestSchema,
    only: strings.optional(),
  }),
  z.object({ kind: z.literal("closed"), ...pullRequest, headRef: z.string(), order: order.nullable() }),
  z.object({
    kind: z.literal("checks-ended"),
    repository: repositorySchema,
    branch: z.string(),
    headSha: z.string(),
    conclusion: z.string(),
    deliveryId: z.string(),
  }),
  z.object({ kind: z.literal("installed"), repository: repositorySchema, deliveryId: z.string() }),
  z.object({ kind: z.literal("recover"), reconcile: z.boolean(), deliveryId: z.string() }),
  z.object({
    kind: z.literal("dead-letter"),
    get of() {
      return jobSchema;
    },
    jobId: z.string(),
    deliveryId: z.string(),
  }),
]);

/** A row whose work is not what this version takes for a job: of another version, or changed by hand. */
export class UnreadableJob extends Error {
  override readonly name = "UnreadableJob";
}

/** The only place where stored work is read. */
export function readJob(row: Row): JobRequest | UnreadableJob {
  const found = jobSchema.safeParse(parsed(String(row["data"])));
  if (found.success) return found.data;
  const problems = found.error.issues.map(({ path, message }) => `${path.join(".") || "data"}: ${message}`);
  return new UnreadableJob(
    `Job ${String(row["id"])} (${String(row["kind"])}) cannot be read as stored: ${problems.slice(0, 3).join("; ")}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
