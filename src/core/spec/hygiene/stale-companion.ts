import type { Finding } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

export const staleCompanion: HygieneRule = {
  name: "stale-companion",
  describes: "An interface listing or table still names an ID that is retired or gone.",
  check(): Finding[] {
    return [];
  },
};
