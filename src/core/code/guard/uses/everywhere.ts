import type { UseKind } from "./language-uses.ts";

/** What no language writes for anything else, in data too. */
export const everywhere: readonly (readonly [UseKind, RegExp])[] = [
  ["the environment", /\/proc\/self|~\/\.(?:ssh|aws|npmrc|netrc)|169\.254\.169\.254/g],
];
