/** Units in which an entry writes an amount, and what the same amount is in others that code uses. */
export type TimeUnit = "milliseconds" | "seconds" | "minutes" | "hours" | "days";

/** Units of time, as they stand behind a number. */
export const timeUnits: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^(?:ms|milliseconds?|millis)\b/i, "milliseconds"],
  [/^(?:s|secs?|seconds?)\b/, "seconds"],
  [/^(?:mins?|minutes?)\b/i, "minutes"],
  [/^(?:h|hours?)\b/, "hours"],
  [/^days?\b/i, "days"],
];

/** By what an amount in a unit may be multiplied in code: 10 s are 10, 10,000 or 10,000,000. */
export const valueUnits: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:ms|milliseconds?|millis)\b/i, [0.001]],
  [/^(?:s|secs?|seconds?)\b/, [1000, 1_000_000]],
  [/^(?:mins?|minutes?)\b/i, [60, 60_000]],
  [/^(?:h|hours?)\b/, [60, 3600, 3_600_000]],
  [/^days?\b/i, [24, 1440, 86_400, 86_400_000]],
  [/^weeks?\b/i, [7, 168, 604_800, 604_800_000]],
  [/^(?:kB|KB|KiB|kilobytes?|kibibytes?)\b/, [1000, 1024]],
  [/^(?:MB|MiB|megabytes?|mebibytes?)\b/, [1_000_000, 1_048_576, 1024, 1000]],
  [/^(?:GB|GiB|gigabytes?|gibibytes?)\b/, [1_000_000_000, 1_073_741_824, 1024]],
  [/^(?:%|per\s?cent\b)/i, [0.01, 10, 100]],
  [
    /^(?:kg|km|kilograms?|kilomet(?:er|re)s?|kW|kWh|t|tons?|tonnes?|l|lit(?:er|re)s?|m|met(?:er|re)s?)(?![\w/])/,
    [1000],
  ],
  [/^thousand\b/i, [1000]],
  [/^million\b/i, [1_000_000]],
];

/** What makes a larger unit of one, and how that is called: 72 hours are 3 days. */
export const largerUnits: readonly (readonly [RegExp, readonly (readonly [size: number, name: RegExp])[]])[] =
  [
    [
      /^(?:s|secs?|seconds?)\b/,
      [
        [60, /min/i],
        [3600, /hour/i],
        [86_400, /day/i],
      ],
    ],
    [
      /^(?:mins?|minutes?)\b/i,
      [
        [60, /hour/i],
        [1440, /day/i],
      ],
    ],
    [
      /^(?:h|hours?)\b/,
      [
        [24, /day/i],
        [168, /week/i],
      ],
    ],
    [/^days?\b/i, [[7, /week/i]]],
  ];
