export type TimeUnit = "milliseconds" | "seconds" | "minutes" | "hours" | "days";

/** A unit in which an entry writes an amount, and what the same amount is in others that code uses. */
interface AmountUnit {
  /** As it stands behind a number. */
  readonly written: RegExp;
  readonly time?: TimeUnit;
  /** By what an amount may be multiplied in code: 10 s are 10, 10,000 or 10,000,000. */
  readonly factors: readonly number[];
  /** How many make a larger unit, and how that is called in code: 72 hours are 3 days. */
  readonly larger?: readonly (readonly [size: number, name: RegExp])[];
}

const units: readonly AmountUnit[] = [
  { written: /^(?:ms|milliseconds?|millis)\b/i, time: "milliseconds", factors: [0.001] },
  {
    written: /^(?:s|secs?|seconds?)\b/,
    time: "seconds",
    factors: [1000, 1_000_000],
    larger: [
      [60, /min/i],
      [3600, /hour/i],
      [86_400, /day/i],
    ],
  },
  {
    written: /^(?:mins?|minutes?)\b/i,
    time: "minutes",
    factors: [60, 60_000],
    larger: [
      [60, /hour/i],
      [1440, /day/i],
    ],
  },
  {
    written: /^(?:h|hours?)\b/,
    time: "hours",
    factors: [60, 3600, 3_600_000],
    larger: [
      [24, /day/i],
      [168, /week/i],
    ],
  },
  {
    written: /^days?\b/i,
    time: "days",
    factors: [24, 1440, 86_400, 86_400_000],
    larger: [[7, /week/i]],
  },
  { written: /^weeks?\b/i, factors: [7, 168, 604_800, 604_800_000] },
  { written: /^(?:kB|KB|KiB|kilobytes?|kibibytes?)\b/, factors: [1000, 1024] },
  { written: /^(?:MB|MiB|megabytes?|mebibytes?)\b/, factors: [1_000_000, 1_048_576, 1024, 1000] },
  { written: /^(?:GB|GiB|gigabytes?|gibibytes?)\b/, factors: [1_000_000_000, 1_073_741_824, 1024] },
  { written: /^(?:%|per\s?cent\b)/i, factors: [0.01, 10, 100] },
  {
    written:
      /^(?:kg|km|kilograms?|kilomet(?:er|re)s?|kW|kWh|t|tons?|tonnes?|l|lit(?:er|re)s?|m|met(?:er|re)s?)(?![\w/])/,
    factors: [1000],
  },
  { written: /^thousand\b/i, factors: [1000] },
  { written: /^million\b/i, factors: [1_000_000] },
];

/** The unit that the words behind a number begin with. */
export function unitOf(after: string): AmountUnit | undefined {
  return units.find(({ written }) => written.test(after));
}
