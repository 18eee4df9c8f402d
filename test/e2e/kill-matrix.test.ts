import { killMatrix } from "../support/kill-matrix.ts";
import { temporaryFolder } from "../support/test-settings.ts";

/** `npm run test:long` kills at each, also a `/generate`, and on both stores. */
test("R6: killed before and after some of its calls to GitHub, a review ends as if undisturbed", async () => {
  const place = { type: "sqlite", folder: temporaryFolder() } as const;
  await killMatrix({ scenario: "review", place, step: 7 });
});
