import { flood } from "../support/flood.ts";

test("R1, R3: 10,000 shuffled, duplicated deliveries: every pull request is reviewed, no delivery twice", async () => {
  await flood(2500);
});
