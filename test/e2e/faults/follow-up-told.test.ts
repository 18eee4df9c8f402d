import { createCodeWorld, type CodeWorld } from "../../support/code-world.ts";

let world: CodeWorld;
afterEach(() => world.close());

test("R6: cut off between noting a follow-up and asking for the comment, the comment still names it", async () => {
  world = await createCodeWorld({
    targets: ["one"],
    replace: { queue: { pollMs: 20, backoffMs: 10, backoffLimitMs: 50 } },
  });
  const { queue } = world.server.tools;
  const enqueue = queue.enqueue.bind(queue);
  let cut = 0;
  queue.enqueue = (job, options) =>
    options.dedupeKey.startsWith("follow-up:") && cut++ === 0
      ? Promise.reject(new Error("the process ended here"))
      : enqueue(job, options);
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  expect(cut).toBeGreaterThan(0);
  const [code] = world.sandbox.pullRequests("acme/one");
  const review = world.sandbox.comments(pull).find(({ body }) => body.startsWith("<!-- twopath:review -->"));
  expect(review?.body).toContain(`/acme/one/pull/${String(code?.number)}`);
});
