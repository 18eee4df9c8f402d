import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";
import type { TraceIndex } from "../trace/trace-index.ts";
import { repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

/** What is kept of a target: the index of one commit, the last one seen. */
export interface StoredTrace {
  readonly commit: string;
  /** Settings that the index depends on, of both repositories. */
  readonly settings: { readonly target: string; readonly tags: string };
  readonly index: TraceIndex;
  /** Milliseconds since 1970: when the target was last admitted and `commit` its newest. */
  readonly checkedAt: number;
  /** The target was private then: it counts only where that may be told. */
  readonly isPrivate: boolean;
}

/** An index has a hundred thousand places: that it is one is told by the version, not by looking at each. */
const indexSchema = z.custom<TraceIndex>(
  (index) => typeof index === "object" && index !== null && "files" in index && "tokens" in index,
);
const schema: z.ZodType<StoredTrace> = z.object({
  commit: z.string(),
  settings: z.object({ target: z.string(), tags: z.string() }),
  index: indexSchema,
  checkedAt: z.number(),
  isPrivate: z.boolean(),
});

/** By the spec's repository and the target's name in its configuration. */
export const traceState = stored({
  version: 3,
  schema,
  key: (spec: RepositoryRef, target: string) => `trace/${repositoryKey(spec)}/${target}`,
});
