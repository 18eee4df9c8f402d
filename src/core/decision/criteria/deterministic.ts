import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/**
 * Words that leave the result to whoever implements it, or to chance: the escape clauses and vague adverbs that guides
 * to writing requirements warn of (ISO/IEC/IEEE 29148, 5.2.7; INCOSE, rules R7 and R8).
 */
export const discretion: readonly Signal[] = [
  signal(
    "leaves the choice to each implementation",
    2.5,
    "where/wherever/whenever/when/if/as possible/practical/practicable/feasible/appropriate|as far/much/long/little/closely as ~ possible/practical/practicable/feasible/reasonable|to the extent ~ possible/practical/practicable/permitted/supported|where/wherever/when/whenever ~ makes sense|as needed/necessary/required|at the/its/their ~ discretion|implementation-defined|implementation-specific|implementation-dependent|up/left to the/each/any/an ~ implement*/client*/developer*/author*/librar*/sdk*/vendor*/host/application/platform|implement*/librar*/vendor*/authors/client/clients/sdk/sdks may/can/could/might choose/decide/define/select|are/is free to|does/do not specify/prescribe/mandate/dictate ~ any/particular/specific/how/which/what|not prescribed/mandated/specified by|natural for",
    (words) => `Name the case and what must happen in it, instead of “${words}”.`,
  ),
  signal(
    "asks for a judgement no rule decides",
    2,
    "heuristic*|best-effort|best/educated guess|intelligent*|smart|smartly|fuzzy|fair|fairly|reliably/correctly/accurately/automatically identif*/detect*/determin*/recogni*/decid*/choos*/infer*/classif*/adapt*/suggest*|picks/chooses/selects/finds/determines the best|best/optimal/lowest/most suitable strateg*/match*/candidate*/option*/load|conflict-resolution|resolve* conflicts",
    (words) => `Give the rule behind “${words}”: its inputs, its limit, and the result for a tie.`,
  ),
  signal(
    "leaves the time open",
    1.5,
    "regularly|periodically|from time to time|occasionally|after/for a while|after some time|soon|sooner or later|at intervals",
    (words) => `Give the time behind “${words}”: a figure and its unit, or the event that ends the wait.`,
  ),
  signal(
    "describes what typically happens, not what must",
    1,
    "typically|usually|generally|is/are/be/was/will/would/should/can/has/have normally|normally the/a/an/this/it/is/are/has/have/not|often|sometimes|commonly|might|could|ideally|preferably|eventually|approximately|roughly|in most cases|tend/tends to|appear/appears to|infer*|guess*|similar/relevant/related ~ results/content/items/entries/requirements",
    (words) => `Say what must happen instead of “${words}”, or mark the sentence as a note.`,
  ),
  signal(
    "allows more than one result",
    0.5,
    "may|optionally|can be used|or equivalent|or similar|similar to",
    (words) => `Say when “${words}” applies, and what holds when it does not.`,
  ),
];

export const deterministic = criterionOf({
  id: "deterministic",
  question: "Do the same inputs and state always give the same observable result?",
  title: "Behaviour is deterministic",
  otherwise: "The result is left open",
  role: "needed",
  judged: { place: 6, words: "chance, time, order, concurrency, discretion" },
  signals: discretion,
  open: "no",
  silent: "yes",
  because: "No word in the change leaves the result to choice or chance.",
});
