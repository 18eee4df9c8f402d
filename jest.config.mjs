export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Minutes each; see jest.long.config.mjs.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/long/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  globalSetup: "<rootDir>/test/support/make-temporary-root.mjs",
  globalTeardown: "<rootDir>/test/support/remove-temporary-root.mjs",
  // A hang is told apart from a busy machine by this long only.
  testTimeout: 120_000,
  // Servers, git and browsers wait more than they compute; more at once would make them wait for each other.
  maxWorkers: 3,
  // Modules of finished tests are never freed; a large worker takes long to start git, for it is copied each time.
  workerIdleMemoryLimit: "600MB",
  // A failed test can leave a server open; the run must end all the same.
  forceExit: true,
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/bundle/", "<rootDir>/.stryker-tmp/"],
};
