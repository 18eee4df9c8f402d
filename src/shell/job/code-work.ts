import { mandateOf } from "../../core/plan/mandate.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { NotedMandate } from "../../core/state/mandate.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { ModelPort } from "../ports.ts";
import type { CodePlace } from "./code-place.ts";
import type { GenerateJob, Reviewed, UnitOutcome } from "./generation.ts";
import type { GenerationSource } from "./generation-source.ts";

/** Code of one unit that is to be written and opened. */
export interface CodeWork {
  readonly job: GenerateJob;
  readonly reviewed: Reviewed;
  readonly unit: GenerationUnit;
  /** The design that is built, or null on the direct path. */
  readonly design: GenerationSource["design"];
  readonly model: ModelPort;
  /** Writes down what became of the unit. */
  readonly record: (outcome: UnitOutcome) => Promise<void>;
}

/** Whose order the pull request is, and what it allows. */
export function orderOf(
  { job: { repository }, reviewed: { pull, config } }: CodeWork,
  { target, repository: { id } }: CodePlace,
): Pick<FollowUp, "source"> & { readonly mandate: NotedMandate } {
  const ids = new Map([[target.repository?.toLowerCase() ?? "", id]]);
  const mandate = mandateOf(pull.baseRef, { config, asked: [target.name], ids });
  return { source: { repository, number: pull.number }, mandate };
}
