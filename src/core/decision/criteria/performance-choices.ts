import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Techniques one chooses to be fast, each with choices of its own behind it. */
export const techniques: readonly Signal[] = [
  {
    says: "asks for a technique with choices of its own",
    weight: 2,
    pattern: phrases(
      "lazy loading|lazy-load*|lazily load*|progressive loading|incremental update*|parallel processing|in parallel|precomput*|virtuali*|debounc*|cache invalidation|eviction|evict*|clustered by|adaptive quality|adaptive playback|adaptive streaming|streaming url*|data structure*",
    ),
  },
  {
    says: "asks for a cache or an index",
    weight: 1,
    pattern: phrases(
      "caching|invalidat*|hash keys|shall cache|must cache|should cache|cache file*|cached context|index structure*|indexing",
    ),
  },
];

export const performanceChoices: Criterion = {
  id: "performance-choices",
  question: "Does performance demand a specific data structure, algorithm or cache?",
  answer(change) {
    return verdictOf(techniques, readChange(change), {
      open: "yes",
      silent: "no",
      because: "The change asks for no technique that serves performance.",
      need: (words) => `Say which structure, key and limit stand behind “${words}”.`,
    });
  },
};
