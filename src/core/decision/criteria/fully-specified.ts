import { type Coarse, coarseIn } from "../coarse.ts";
import { concreteness } from "../concreteness.ts";
import type { Answer, Criterion } from "../criterion.ts";
import { openingOf } from "../demand.ts";
import { readChange, type Reading } from "../reading.ts";
import { isWrittenInEnglish } from "../written-in-english.ts";
import { hear, signal, type Signal } from "../signal.ts";
import { doubtOf, maybe, spansOf, tidy } from "../verdict.ts";
import { discretion } from "./deterministic.ts";
import { shapes } from "./non-obvious-interfaces.ts";
import { techniques } from "./performance-choices.ts";
import { performance } from "./performance-not-a-constraint.ts";
import { platforms } from "./platform-constraints.ts";
import { cooperation } from "./several-components.ts";

/**
 * Words that promise something without saying what it is: the vague terms, open lists and weak phrases that guides to
 * writing requirements warn of (ISO/IEC/IEEE 29148, 5.2.7; INCOSE, rules R7 to R9 and R34).
 */
const vagueness: readonly Signal[] = [
  signal(
    "promises a quality without a measure",
    1.5,
    "seamless*|smooth*|graceful*|robust*|reliab*|resilien*|intuitiv*|*-friendly|easy|easily|effective|effectiveness|adequate*|appropriate*|suitable|sensible|sensibly|reasonabl*|sufficient*|proper|properly|optimal*|optimi*|flexib*|helpful|useful|meaningful*|comprehensive*|high-quality|modern|rich|powerful|secure|securely|safely|predictabl*|manageabl*|maintainab*|granular|timely|clean|cleanly|as expected|consistent|consistently|unified|simplif*|informative|relevant|significant*|minimal|descriptive",
    (words) => `Replace “${words}” by what a test can see: a value, a state or an error.`,
  ),
  signal(
    "names a thing without its rules",
    1,
    "as applicable|at a minimum|as a minimum|clear error*|error state/states|error handling|edge cases|valid/correct/incorrect/invalid ~ password/email/input/credentials/data|successfully|polic*|threshold*|fallback*|falls back|configured|configuration files|settings|preferences|metadata|etc|and so on|and more|not limited to|various|several|some kind|different ~ types/kinds/formats/levels|between them|be able to|capability|the ability to",
    (words) => `List what “${words}” covers: each value, its limit, and the error when it is not met.`,
  ),
];

/** Verbs and forms that name what happens but not the rule by which it does. */
const activities: readonly Signal[] = [
  signal(
    "names an activity, not the rule it follows",
    1.5,
    "automatically|adapt/adapts/adapted/adapting to|adjust/adjusts/adjusted to|react/reacts to|suggest*|predict/predicts/predicted|rank/ranks/ranked/ranking|pair/pairs/paired|prioriti*|personali*|kept/keep/keeps up to date|up-to-date|kept/keep/keeps ~ in sync/consistent|reuse/reuses/reused|share/shares/shared ~ across|survive/survives|tolerate/tolerates ~ failure*/loss/faults/errors|recover/recovers ~ from/after/data/state|future sessions|continue/continues/continued ~ where/when|merge/merges/merged|combine/combines/combined|reconcile/reconciles|delegate/delegates/delegated|archive/archives/archived|grouped/groups by|reflect/reflects ~ current/state|ahead of time|import/imports ~ from|fine-grained|across/after ~ documents/sessions/restarts/restart/devices/tabs|analy*|summari*|categori*|visuali*|failover|fail-over|fails over|replicat*|self-heal*|collaborat*|moderat*|localis*|localiz*|translates/translated ~ to/into|schedules/scheduled ~ by/according/so|on/by a schedule|learns/learn from|without ~ losing/loss/interruption|short/low/small/minimal ~ waiting/wait/delay/latency",
    (words) => `Say of “${words}” what goes in, by which rule, and what exactly comes out.`,
  ),
];

const everyDoubt: readonly Signal[] = [
  ...vagueness,
  ...activities,
  ...discretion,
  ...shapes,
  ...cooperation,
  ...platforms,
  ...techniques,
  ...performance,
];

const allNamed = "What the change asks for is named in the spec.";
const nothingHeard = "No word leaves a point open, though no exact value or name closes one.";

const certain = 4;
const relief = 3;

export const fullySpecified: Criterion = {
  id: "fully-specified",
  question: "With the entry and what it refers to, does an implementer need nothing else?",
  title: "Fully specified",
  otherwise: "Something important is not said",
  role: "needed",
  judged: { place: 7, words: "state, storage, failure, a missing rule or default" },
  answer(change) {
    const reading = readChange(change);
    const exactness = concreteness(reading);
    if (exactness === 0 && !isWrittenInEnglish(reading)) return unread(reading);
    const heard = hear(everyDoubt, reading);
    const coarse = coarseIn(change, reading);
    const score = (coarse?.weight ?? 0) + doubtOf(heard, exactness, relief);
    const [first] = heard;
    if (score < maybe) {
      return { verdict: "yes", because: exactness === 0 ? nothingHeard : allNamed, evidence: [] };
    }
    const verdict = score >= certain ? "no" : "unclear";
    if (coarse !== null) return { verdict, ...coarseAnswer(coarse) };
    const words = tidy(first?.words ?? "");
    return {
      verdict,
      because: `“${words}” ${first?.signal.says ?? ""}.`,
      evidence: spansOf(heard),
      need: first?.signal.need(words) ?? "",
    };
  },
};

/** Silence about a text that cannot be read, and that holds nothing exact, is no certainty. */
function unread({ fresh }: Reading): Omit<Answer, "id"> {
  return {
    verdict: "unclear",
    because: "The rules read English; this is written in another language.",
    evidence: fresh.slice(0, 1).map(({ span }) => span),
    need: "Ask of each sentence whether its result is exact, or let a model judge the entry.",
  };
}

function coarseAnswer({ passage, says, need }: Coarse): Omit<Answer, "id" | "verdict"> {
  const opening = openingOf(passage, 4);
  return { because: `“${opening}” ${says}.`, evidence: [passage.span], need };
}
