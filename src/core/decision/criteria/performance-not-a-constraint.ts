import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/** Words of latency, memory and scale. */
export const performance: readonly Signal[] = [
  signal(
    "sets a goal for speed, memory or scale",
    2,
    "responsive*|perceptible|noticeable ~ lag/delay*/slow*|lag|laggy|jank*|stutter*|flicker*|freez* the|slow-down*|slowdown|performance ~ goal*/threshold*/requirement*/target*/budget*/optimi*/benefit*/degrad*/constraint*/issue*/problem*|perform* well|memory/cpu/disk/bandwidth/battery/resource ~ use/usage/footprint/consumption/pressure/bounded|scalab*|scale/scales to/with/efficiently/linearly/well|at scale|high/low throughput/latency/volume|throughput|percentile|p50|p95|p99|large/huge/massive/long ~ dataset*/data-set*/graph*/list/lists/collection*/repositor*/project*/volume*/document*/upload*/conversation*|thousand/thousands of|million|millions|gigabyte*|little ram|overloaded|overloading|from overload|efficient enough",
    (words) =>
      `Give the bound behind “${words}”: figure, load and how it is measured; and what to do at the bound.`,
  ),
  signal(
    "names speed, memory or scale",
    1,
    "performance|performant|latency|memory|efficient|efficiently|efficiency|quick|quickly|fast|faster|rapid*|instant|instantly|real-time|battery|bandwidth|resource-intensive",
    (words) => `Give the figure behind “${words}”, or leave the word out.`,
  ),
  {
    says: "sets a goal for speed, memory or scale",
    weight: 2,
    terms: "",
    need: (words) =>
      `Give the bound behind “${words}”: figure, load and how it is measured; and what to do at the bound.`,
    pattern:
      /\d{1,9}\+? {0,2}(?:fps|frames per second|concurrent|simultaneous|rps|requests per second|users at)(?![a-z])/g,
  },
  {
    says: "sets a goal for speed, memory or scale",
    weight: 1.5,
    terms: "",
    need: (words) =>
      `Say for “${words}” under which load, how it is measured, and what to do when it is missed.`,
    pattern:
      /(?<=(?:respond|load|render|complete|finish|display|show|appear|open|start|process|deliver|return)[a-z]{0,3}(?: [a-z'-]{1,30}){0,5} )(?:within|in under|in less than) \d[\d.,]{0,9} {0,2}(?:ms|milliseconds?|s|seconds?)(?![a-z])/g,
  },
  {
    says: "bounds the time it may take",
    weight: 0.5,
    terms: "",
    need: (words) => `Say what happens when “${words}” is passed.`,
    pattern:
      /(?:within|under|less than|at most|every|in under) +(?:the +)?(?:last +)?\d[\d.,]* *(?:ms|milliseconds?|s|seconds?|minutes?)(?![a-z])/g,
  },
];

export const performanceNotAConstraint = criterionOf({
  id: "performance-not-a-constraint",
  question: "Is performance free to be whatever a plain implementation gives?",
  title: "Performance is not a constraint",
  otherwise: "Performance is a constraint",
  role: "needed",
  judged: { place: 5, words: "a bound" },
  signals: performance,
  // A goal with a number is a goal all the same.
  relief: 0,
  open: "no",
  silent: "yes",
  because: "The change names no goal for speed, memory or scale.",
});
