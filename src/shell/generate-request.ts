import { z } from "zod";
import type { CommandRequest } from "../core/command/command.ts";

/** What a `/generate` asks for, as it is kept: in its job, and in the run that `/retry` takes up again. */
export const generateRequestSchema: z.ZodType<Extract<CommandRequest, { name: "generate" }>> = z.object({
  name: z.literal("generate"),
  ids: z.array(z.string()),
  path: z.enum(["code", "design"]).nullable(),
  targets: z.array(z.string()),
  dryRun: z.boolean(),
  together: z.boolean(),
  acceptOpen: z.boolean(),
  acceptStale: z.literal(true).optional(),
  commit: z.string().nullable(),
  note: z.string().nullable(),
});
