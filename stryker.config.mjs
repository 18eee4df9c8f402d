/**
 * Mutation tests of the pure rooms: `npx stryker run`, or `npx stryker run --mutate src/core/decision/policy.ts` for a part.
 * A room is added by its folder in `mutate` and its tests in `mutation.folders`. Why not with Jest: scripts/mutation/in-process-runner.mjs.
 */
export default {
  mutate: ["src/core/decision/**/*.ts", "!src/core/decision/prompts/**", "src/core/entries/**/*.ts"],
  plugins: ["./scripts/mutation/in-process-runner.mjs"],
  testRunner: "in-process",
  mutation: {
    folders: ["test/core/decision", "test/core/entries"],
    // Real pull requests stand beside the checkout, not beside Stryker's copy of it; hostile texts measure time.
    without: ["corpus.test.ts", "hostile-text.test.ts", "linear.test.ts"],
    // Properties try hundreds of texts: what nothing but they would notice counts as unnoticed.
    longestTestMs: 200,
  },
  coverageAnalysis: "perTest",
  testRunnerNodeArgs: ["--max-old-space-size=6000"],
  maxTestRunnerReuse: 2000,
  ignorePatterns: ["dist", "coverage", "docs", "demo", "schema", "test/sandbox", "test/e2e"],
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: ".stryker-tmp",
  concurrency: 2,
};
