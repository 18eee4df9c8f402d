import type { ModelPort } from "../../src/shell/ports.ts";
import { createCodeWorld } from "../support/code-world.ts";

test("/cancel ends the model's call and says so", async () => {
  let called: () => void = () => undefined;
  const isCalled = new Promise<void>((resolve) => (called = resolve));
  let stopped = 0;
  const hanging: ModelPort = {
    worstUsd: () => 0,
    complete: (_request, { signal }) =>
      new Promise((_, reject) => {
        called();
        signal.addEventListener("abort", () => {
          stopped += 1;
          reject(signal.reason as Error);
        });
      }),
  };
  const world = await createCodeWorld({ targets: ["one", "two"], replace: { model: hanging } });
  try {
    const pull = await world.openSpec();
    world.sandbox.comment(pull, "maintainer", "/generate --path code");
    await isCalled;
    await world.say(pull, "/cancel");
    expect(stopped).toBe(1);
    expect(world.table(pull).match(/\| cancelled/g)).toHaveLength(2);
    expect(world.sandbox.comments(pull).at(-1)?.body).toContain("Stopped: 1 run.");
    await world.say(pull, "/cancel");
    expect(world.sandbox.comments(pull).at(-1)?.body).toContain("nothing was stopped");
  } finally {
    await world.close();
  }
});
