import { expectSameEnd, shuffledScenarios } from "../support/shuffled-world.ts";

/** `npm run test:long` plays 200; each is a GitHub and a server of its own. */
test.each(shuffledScenarios)(
  "R1, R3: %s: delivered in any order and twice, GitHub ends up the same",
  async (name, deeds) => {
    await expectSameEnd(name, deeds, [1]);
  },
);
