import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Words that leave the result to whoever implements it, or to chance. */
export const discretion: readonly Signal[] = [
  {
    says: "leaves the choice to each implementation",
    weight: 2.5,
    pattern: phrases(
      "wherever possible|wherever practical|where practical|does not specify any particular|not prescribed by|as far as is practicable|where practicable|where possible|if practical|as appropriate|as needed|at its discretion|at the discretion|implementation-defined|implementation defined|implementation-specific|up to the implementer|up to the implementation|implementers may choose|implementations may choose",
    ),
  },
  {
    says: "asks for a judgement no rule decides",
    weight: 2,
    pattern: phrases(
      "heuristic*|best effort|best-effort|best guess|reliably identify|reliably detect|intelligent*|searches codebase|search the codebase|handled in code|automatically decide*",
    ),
  },
  {
    says: "describes what typically happens, not what must",
    weight: 1,
    pattern: phrases("typically|usually|generally|might|could|for instance may|in most cases|normally"),
  },
  {
    says: "allows more than one result",
    weight: 0.5,
    pattern: phrases("may|optionally|can be used|or equivalent|similar to"),
  },
];

export const deterministic: Criterion = {
  id: "deterministic",
  question: "Do the same inputs and state always give the same observable result?",
  answer(change) {
    return verdictOf(discretion, readChange(change), {
      open: "no",
      silent: "yes",
      because: "No word in the change leaves the result to choice or chance.",
      need: (words) => `Say what must happen instead of “${words}”.`,
    });
  },
};
