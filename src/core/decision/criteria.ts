import type { Criterion } from "./criterion.ts";

/** Every kind of reason. */
export const criteria: readonly Criterion[] = [
  {
    id: "deterministic",
    title: "Behaviour is deterministic",
    otherwise: "The result is left open",
    role: "needed",
    judged: { place: 6, words: "chance, time, order, concurrency, discretion" },
  },
  {
    id: "fully-specified",
    title: "Fully specified",
    otherwise: "Something important is not said",
    role: "needed",
    judged: { place: 7, words: "state, storage, failure, a missing rule or default" },
  },
  { id: "test-data", title: "Test data is available", role: "data" },
  {
    id: "performance-not-a-constraint",
    title: "Performance is not a constraint",
    otherwise: "Performance is a constraint",
    role: "needed",
    judged: { place: 5, words: "a bound" },
  },
  {
    id: "non-obvious-interfaces",
    title: "Interfaces are non-obvious",
    role: "design",
    judged: { place: 1 },
  },
  { id: "several-components", title: "Several components interact", role: "design", judged: { place: 2 } },
  { id: "platform-constraints", title: "Platform constraints matter", role: "design", judged: { place: 3 } },
  {
    id: "performance-choices",
    title: "Performance demands specific choices",
    role: "design",
    judged: { place: 4, words: "a structure or algorithm" },
  },
];
