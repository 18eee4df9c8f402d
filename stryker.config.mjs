/**
 * Mutation tests of the pure rooms: `npx stryker run`, or `npx stryker run --mutate src/core/decision/policy.ts` for a part.
 * A room is added by its folder in `mutate` and its tests in `testMatch`.
 */
export default {
  mutate: ["src/core/decision/**/*.ts", "!src/core/decision/prompts/**", "src/core/spec/**/*.ts"],
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--no-warnings"],
  jest: {
    projectType: "custom",
    config: {
      testMatch: ["<rootDir>/test/core/decision/**/*.test.ts", "<rootDir>/test/core/spec/**/*.test.ts"],
      // Real pull requests stand beside the checkout, not beside Stryker's copy of it; hostile texts measure time.
      testPathIgnorePatterns: ["corpus.test.ts", "hostile-text.test.ts", "linear.test.ts"],
      extensionsToTreatAsEsm: [".ts"],
      transform: {
        "^.+\\.ts$": [
          "@swc/jest",
          { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
        ],
      },
      testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: "perTest",
  ignorePatterns: ["dist", "coverage", "docs", "demo", "schema", "test/sandbox", "test/e2e"],
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: ".stryker-tmp",
  concurrency: 2,
};
