import base from "./jest.config.mjs";

/** What proves by repetition, for minutes to an hour: `npm run test:long`. A little of each is in `npm test`. */
export default {
  ...base,
  testMatch: ["<rootDir>/test/long/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 3_600_000,
};
