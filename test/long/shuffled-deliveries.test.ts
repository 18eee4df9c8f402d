import { expectSameEnd, shuffledScenarios } from "../support/shuffled-world.ts";

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test.each(shuffledScenarios)(
  "R1, R3: %s: in 200 orders and twice, GitHub ends up the same",
  async (name, deeds) => {
    await expectSameEnd(name, deeds, seeds);
  },
);
