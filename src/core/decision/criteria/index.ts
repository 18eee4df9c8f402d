import type { Criterion } from "../criterion.ts";
import { deterministic } from "./deterministic.ts";
import { fullySpecified } from "./fully-specified.ts";
import { nonObviousInterfaces } from "./non-obvious-interfaces.ts";
import { performanceChoices } from "./performance-choices.ts";
import { performanceNotAConstraint } from "./performance-not-a-constraint.ts";
import { platformConstraints } from "./platform-constraints.ts";
import { severalComponents } from "./several-components.ts";
import { testData } from "./test-data.ts";

/** Every criterion; of two that speak, the first gives the reason. */
export const criteria: readonly Criterion[] = [
  deterministic,
  fullySpecified,
  testData,
  performanceNotAConstraint,
  nonObviousInterfaces,
  severalComponents,
  platformConstraints,
  performanceChoices,
];
