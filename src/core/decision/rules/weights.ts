/** Written by `node bench/main.mjs fit`: what the labelled changes say each feature speaks for a design. */
export const weights = {
  exact: -0.94,
  changed: -1.28,
  scenario: 0.12,
  criterion: 1.73,
  demand: 0.47,
  code: -1.31,
  words: 1.59,
  kinds: 0.48,
  constant: -1.34,
};

export type Standing =
  | "design, clearly"
  | "design"
  | "code, values changed"
  | "code, words changed"
  | "code, with values"
  | "code, without values";

/** How often an answer of each standing was the engineers' answer. */
export const shares: Readonly<Record<Standing, number>> = {
  "code, with values": 0.9,
  "code, without values": 0.5,
  "design, clearly": 0.9,
  design: 0.7,
  "code, words changed": 0.4,
  "code, values changed": 0.6,
};
