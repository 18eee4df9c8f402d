import base from "./jest.config.mjs";

/** Files of `npm test` that try more often here; see test/support/repetitions.ts. */
const repeated = [
  "attacks/more-redirections",
  "attacks/other-redirections",
  "cli/demo/page",
  "cli/demo/to-the-end",
  "container",
  "core/markdown/many-names",
  "corpus/app-and-cli",
  "e2e/faults/races",
  "e2e/faults/transport",
  "e2e/foreign-targets",
  "e2e/several-targets",
  "shell/job/human-edits",
  "shell/job/shuffled-events",
].map((name) => `<rootDir>/test/${name}.test.ts`);

/** What proves by repetition, for minutes to an hour: `npm run test:long`. A little of each is in `npm test`. */
export default {
  ...base,
  testMatch: ["<rootDir>/test/long/**/*.test.ts", ...repeated],
  globals: { isLongRun: true },
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 3_600_000,
};
