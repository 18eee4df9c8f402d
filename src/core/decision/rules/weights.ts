/** Written by `node bench/main.mjs fit`: what the labelled changes say each feature speaks for a design. */
export const weights = {
  exact: -1,
  changed: -1.14,
  part: 0.93,
  code: -1.5,
  single: 0.86,
  words: 1.76,
  kinds: 0.41,
  constant: -1.73,
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
  "design, clearly": 0.9,
  "code, without values": 0.6,
  design: 0.7,
  "code, words changed": 0.4,
  "code, values changed": 0.6,
};
