import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/** Techniques one chooses to be fast, each with choices of its own behind it. */
export const techniques: readonly Signal[] = [
  signal(
    "asks for a technique with choices of its own",
    2,
    "lazy|lazily|progressive* load*/render*/enhanc*|progressive/adaptive/incremental ~ loading/rendering/streaming/playback/quality/update*/processing/processed|incrementally|precomput*|pre-fetch*|preload*|virtuali*|debounc*|throttl*|rate-limit*|load-balanc*|balance/balances ~ jobs/load/work/requests/traffic|evict*|cluster*|shard*|memoi*|pool of|connection/thread/worker/object pool|caches|caching|must/shall/should/will cache|a/the/an/local ~ cache|cache*/caching ~ invalidat*/key*/polic*/strateg*|invalidat* ~ cache*|data structure*|parallel* process*/execut*/upload*/download*|in parallel|stream* url*/playback/quality/service|adaptive|transcod*|compression ~ strateg*/algorithm*",
    (words) => `Say for “${words}” which structure and key, and when something is dropped or renewed.`,
  ),
  signal(
    "asks for a technique with parameters of its own",
    2,
    "circuit-breaker*|bulkhead*|back-pressure|connection/resource/session pooling|horizontal*/vertical* scal*|auto-scal*|full-text/semantic/similarity/vector search*|semantic similarity|embedding*|vector database*/store*/index*|prompt template*",
    (words) => `Say for “${words}” which one, its parameters and limits, and what happens when it fails.`,
  ),
  signal(
    "names a means to be fast",
    1,
    "cache|cached|caching|indexing|indexed|index structure*|batching|batched|in batches|batches of|batch size*|buffered|buffering|streaming|chunk*|compress*|optimi*|algorithm*|paginat*|deduplicat*|hash*|invalidat*",
    (words) => `Say for “${words}” which structure, key and limit.`,
  ),
];

export const performanceChoices = criterionOf({
  id: "performance-choices",
  question: "Does performance demand a specific data structure, algorithm or cache?",
  title: "Performance demands specific choices",
  role: "design",
  judged: { place: 4, words: "a structure or algorithm" },
  signals: techniques,
  open: "yes",
  silent: "no",
  because: "The change asks for no technique that serves performance.",
});
