declare global {
  /** Set by jest.long.config.mjs. */
  var isLongRun: boolean | undefined;
}

/** How often something is tried that proves by repetition: `few` times in `npm test`, `many` in `npm run test:long`. */
export function repetitions(few: number, many: number): number {
  return globalThis.isLongRun === true ? many : few;
}

/** All of a list in `npm run test:long`, and `few` of it, evenly spread, in `npm test`. */
export function some<T>(list: readonly T[], few: number): readonly T[] {
  const count = Math.min(repetitions(few, list.length), list.length);
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] as T);
}
