declare global {
  /** Set by jest.long.config.mjs. */
  var isLongRun: boolean | undefined;
}

/** How often something is tried that proves by repetition: `few` times in `npm test`, `many` in `npm run test:long`. */
export function repetitions(few: number, many: number): number {
  return globalThis.isLongRun === true ? many : few;
}
