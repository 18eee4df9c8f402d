import { concreteness } from "../concreteness.ts";
import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { hear, phrases, type Signal } from "../signal.ts";
import { sumOf, tidy } from "../verdict.ts";
import { discretion } from "./deterministic.ts";
import { shapes } from "./non-obvious-interfaces.ts";
import { techniques } from "./performance-choices.ts";
import { performance } from "./performance-not-a-constraint.ts";
import { platforms } from "./platform-constraints.ts";
import { cooperation } from "./several-components.ts";

/** Words that promise a quality without saying what it is. */
export const vagueness: readonly Signal[] = [
  {
    says: "promises a quality without a measure",
    weight: 1,
    pattern: phrases(
      "seamless*|smooth*|graceful*|robust*|reliable|reliably|efficient*|comprehensive|intuitive*|user-friendly|mobile-friendly|optimized|simplified|unified|predictable|manageable|appropriate*|suitable|sensible|reasonable|sufficient|proper|properly|consistent|granular|meaningful|high-quality|audit*",
    ),
  },
  {
    says: "names a thing without its rules",
    weight: 1,
    pattern: phrases(
      "clear error message|error states|quality flags|valid password|correct email|successfully|policies|thresholds|fallback*|recovery|configured|configuration files|settings|preferences",
    ),
  },
];

const everyDoubt: readonly Signal[] = [
  ...vagueness,
  ...discretion,
  ...shapes,
  ...cooperation,
  ...platforms,
  ...techniques,
  ...performance,
];

const maybe = 2.5;
const certain = 4;
const relief = 3;

export const fullySpecified: Criterion = {
  id: "fully-specified",
  question: "With the entry and what it refers to, does an implementer need nothing else?",
  answer(change) {
    const reading = readChange(change);
    const heard = hear(everyDoubt, reading);
    const score = sumOf(heard) - relief * concreteness(reading);
    const first = heard[0];
    if (first === undefined || score < maybe) {
      return { verdict: "yes", because: "What the change asks for is named in the spec.", evidence: [] };
    }
    return {
      verdict: score >= certain ? "no" : "unclear",
      because: `“${tidy(first.words)}” ${first.signal.says}.`,
      evidence: heard.slice(0, 2).map((one) => one.span),
      need: `Say exactly what “${tidy(first.words)}” means here: values, limits and errors.`,
    };
  },
};
