import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Words of latency, memory and scale. */
export const performance: readonly Signal[] = [
  {
    says: "sets a goal for speed, memory or scale",
    weight: 2,
    pattern: phrases(
      "performance threshold*|performance goal*|performance requirement*|performance optimization|performance benefit*|same responsiveness|responsive|responsiveness|memory usage|memory footprint|memory consumption|scales efficiently|scalab*|high throughput|low latency|no perceptible lag|perceptible|frames per second|fps|battery|p95|p99|large dataset*|large graph*|thousands of|millions of|real-time dashboard*",
    ),
  },
  {
    says: "names speed, memory or scale",
    weight: 1,
    pattern: phrases(
      "performance|latency|throughput|lag|slowdown|memory|efficient|efficiently|rate limit*|resource usage",
    ),
  },
  {
    says: "bounds the time it may take",
    weight: 0.5,
    pattern:
      /(?:within|under|less than|at most|every|in under) +(?:the +)?(?:last +)?\d[\d.,]* *(?:ms|milliseconds?|s|seconds?|minutes?)(?![a-z])/g,
  },
];

export const performanceNotAConstraint: Criterion = {
  id: "performance-not-a-constraint",
  question: "Is performance free to be whatever a plain implementation gives?",
  answer(change) {
    return verdictOf(performance, readChange(change), {
      open: "no",
      silent: "yes",
      because: "The change names no goal for speed, memory or scale.",
      need: (words) => `Give the bound behind “${words}” and how it is measured.`,
    });
  },
};
