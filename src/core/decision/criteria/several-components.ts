import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Words for parts that must work together. */
export const cooperation: readonly Signal[] = [
  {
    says: "makes several parts work together",
    weight: 2,
    pattern: phrases(
      "across all * engines|across modules|across different modules|across components|independently of|proceed independently|integrate seamlessly|integrates seamlessly|orchestrat*|coordinat*|end-to-end|hand over|handover|background process|process in place|regularly check*|events scope|pipeline-based|sync* across|stay synchronized|bidirectional",
    ),
  },
  {
    says: "asks for operations that exclude each other",
    weight: 1.5,
    pattern: phrases(
      "atomic and exclusive|mutual exclusion|mutually exclusive operations|race condition*|deadlock*",
    ),
  },
  {
    says: "names a pipeline, background work or several steps",
    weight: 1,
    pattern: phrases(
      "pipeline|background upload|background job*|background task*|background|periodically|queue|simultaneously|concurrent*|multi-turn|multi-step|progressive*|state machine|workflow*|interplay|resume",
    ),
  },
];

export const severalComponents: Criterion = {
  id: "several-components",
  question: "Must several components work together in a way the spec does not lay out?",
  answer(change) {
    return verdictOf(cooperation, readChange(change), {
      open: "yes",
      silent: "no",
      because: "The change speaks of one part only, or says how the parts meet.",
      need: (words) => `Say which part does what, in which order, for “${words}”.`,
    });
  },
};
