/** Written by `node bench/main.mjs fit`: what the labelled changes say each feature speaks for a design. */
export const weights = {
  exact: -0.96,
  changed: -1.15,
  part: 0.86,
  code: -1.45,
  single: 0.78,
  words: 1.72,
  kinds: 0.56,
  constant: -1.67,
};

export type Standing =
  | "design, clearly"
  | "design"
  | "code, beside hints"
  | "code, values changed"
  | "code, words changed"
  | "code, with values"
  | "code, without values";

/** How often an answer of each standing was the engineers' answer. */
export const shares: Readonly<Record<Standing, number>> = {
  "code, with values": 0.9,
  "code, beside hints": 0.2,
  "design, clearly": 0.9,
  "code, without values": 0.6,
  design: 0.7,
  "code, words changed": 0.4,
  "code, values changed": 0.6,
};
