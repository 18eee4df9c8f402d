import type { Dialect } from "../dialect.ts";

/** Every dialect, most specific first: on equal confidence the earlier one reads the file. */
export const dialects: readonly Dialect[] = [];
