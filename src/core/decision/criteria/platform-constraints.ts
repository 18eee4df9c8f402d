import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Words for what differs by platform, language or runtime. */
export const platforms: readonly Signal[] = [
  {
    says: "depends on the platform it runs on",
    weight: 2,
    pattern: phrases(
      "platform-specific|platform specific|cross-platform|native mobile|native view*|native ui|native video|native player*|native event-emitter|securely store*|secure storage|local storage key|ios and android|mobile privacy|mobile network*|device capability|app backgrounding|language idiom*|idiomatic for the language|idioms of the",
    ),
  },
  {
    says: "names a platform facility",
    weight: 1,
    pattern: phrases(
      "platform*|native|mobile|ios|android|threads|thread-safe*|threading|lifecycle|operating system|dom|file system|filesystem|idiomatic|idioms",
    ),
  },
];

export const platformConstraints: Criterion = {
  id: "platform-constraints",
  question: "Does the platform, language or runtime shape the answer?",
  answer(change) {
    return verdictOf(platforms, readChange(change), {
      open: "yes",
      silent: "no",
      because: "The change names no facility of a platform, language or runtime.",
      need: (words) => `Say what “${words}” is on each platform, or that any will do.`,
    });
  },
};
