import { failCheck } from "../support/fail-check.ts";
import { call } from "../support/code-world.ts";
import { createTwoBases, type TwoBases } from "../support/two-bases.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/* Whoever may write takes an order back by `/cancel`: whatever was ordered on that page before it stops. */

let world: TwoBases;
const meanwhile: Meanwhile = { once: null };

const right = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
const answered = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const mended = [
  call("write_file", { path: "src/batch.ts", content: "// LM1 again\nexport const largestBatch = 20;\n" }),
  call("finish", { summary: "Said again." }),
  call("finish", { summary: "Said again." }),
];

beforeEach(async () => {
  meanwhile.once = null;
  world = await createTwoBases();
  interrupted(world.model, meanwhile);
});

afterEach(() => world.close());

/** Says `/cancel`, and goes on as soon as it is being answered. */
function cancelled(page: PullRequest): Promise<void> {
  return new Promise((resolve) => {
    const { number } = page;
    const path = `/issues/${String(number)}/comments`;
    const run = async (): Promise<void> => {
      resolve();
      return Promise.resolve();
    };
    world.sandbox.fault({ route: answered, path, effect: { run } });
    world.sandbox.comment(page, "maintainer", "/cancel");
  });
}

/** At the next question for a right the work waits until a `/cancel` was accepted. */
function cancelledAtTheFirstQuestion(page: PullRequest): void {
  world.sandbox.fault({ route: right, effect: { run: () => cancelled(page) } });
}

async function codeOf(spec: PullRequest): Promise<PullRequest> {
  await world.say(spec, "/generate --path code");
  const code = world.made("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  return code;
}

const truly = "Stopped: 1 run.";

test("a /generate whose first question of a right is not answered yet", async () => {
  const spec = await world.openSpec();
  cancelledAtTheFirstQuestion(spec);
  await world.say(spec, "/generate --path code");
  expect(world.made("acme/one")).toEqual([]);
  expect(world.model.requests).toEqual([]);
  expect(world.said(spec)).toContain(truly);
});

test("a press, and no press that comes after the /cancel", async () => {
  const { sandbox } = world;
  const spec = await world.openSpec();
  const press = async (): Promise<void> => {
    const check = sandbox.checks("acme/spec").findLast(({ headSha }) => headSha === spec.headSha);
    if (check === undefined) throw new Error("no check run");
    sandbox.pressButton(check, "generate", "maintainer");
    await world.settled();
  };
  cancelledAtTheFirstQuestion(spec);
  await press();
  expect(world.made("acme/one")).toEqual([]);
  expect(world.said(spec)).toContain(truly);
  await press();
  expect(world.made("acme/one")).toHaveLength(1);
});

test("a /generate on a design", async () => {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path design");
  const design = world.designOf();
  cancelledAtTheFirstQuestion(design);
  await world.say(design, "/generate --accept-open");
  expect(world.made("acme/one")).toEqual([]);
  expect(world.said(design)).toContain(truly);
});

test("a /retry, and a later one goes on", async () => {
  const spec = await world.openSpec();
  meanwhile.once = () => cancelled(spec);
  await world.say(spec, "/generate --path code");
  expect(world.made("acme/one")).toEqual([]);
  cancelledAtTheFirstQuestion(spec);
  await world.say(spec, "/retry");
  expect(world.made("acme/one")).toEqual([]);
  expect(world.said(spec)).not.toContain("nothing was stopped");
  await world.say(spec, "/retry");
  expect(world.made("acme/one")).toHaveLength(1);
});

test.each(["at its first question", "while the model works"])("a /revise %s", async (when) => {
  const code = await codeOf(await world.openSpec());
  const head = code.headSha;
  world.mending = mended;
  if (when === "while the model works") meanwhile.once = () => cancelled(code);
  else cancelledAtTheFirstQuestion(code);
  await world.say(code, "/revise failuresToMend now");
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain(truly);
  await world.say(code, "/revise failuresToMend now, please");
  expect(code.headSha).not.toBe(head);
});

test("a /revise that waits beside another command of its comment, which is carried out", async () => {
  const { sandbox } = world;
  const code = await codeOf(await world.openSpec());
  const head = code.headSha;
  world.mending = mended;
  meanwhile.once = async () => {
    sandbox.comment(code, "maintainer", "/explain LM1\n/revise failuresToMend now, please");
    await sandbox.webhooks.settled();
    await cancelled(code);
  };
  await world.say(code, "/revise failuresToMend now");
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain("Stopped: 2 runs.");
  expect(world.said(code)).toContain("`/cancel` was said here after this");
});

test("a repair, and none is begun for what stood there then", async () => {
  const code = await codeOf(await world.openSpec());
  const head = code.headSha;
  const failure = { path: "src/batch.ts", line: 1, message: "failuresToMend" };
  world.mending = mended;
  meanwhile.once = () => cancelled(code);
  await failCheck(world.sandbox, code, failure);
  await world.settled();
  expect(meanwhile.once).toBeNull();
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain(truly);
  const asked = world.model.requests.length;
  await failCheck(world.sandbox, code, failure);
  await world.settled();
  expect(code.headSha).toBe(head);
  expect(world.model.requests).toHaveLength(asked);
});

test("what a limit parks, whichever of the two goes on first", async () => {
  const spec = await world.openSpec();
  const say = (body: string) => () => Promise.resolve(world.sandbox.comment(spec, "maintainer", body));
  await world.parked(say("/generate --path code"), say("/cancel"));
  expect(world.made("acme/one")).toEqual([]);
});

test("the merge of a design, before its code is begun", async () => {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path design");
  const design = world.designOf();
  const pull = `/pulls/${String(design.number)}`;
  world.sandbox.fault({
    ...{ route: "GET /repos/{owner}/{repo}/pulls/{pull_number}", path: pull },
    effect: { run: () => cancelled(design) },
  });
  await world.sandbox.merge(design, "maintainer");
  await world.settled();
  expect(world.made("acme/one")).toEqual([]);
});

test("a comment that stops what runs and orders anew has that carried out", async () => {
  const spec = await world.openSpec();
  meanwhile.once = async () => {
    world.sandbox.comment(spec, "maintainer", "/cancel\n/generate --path code");
    await world.sandbox.webhooks.settled();
  };
  await world.say(spec, "/generate --path code");
  expect(world.made("acme/one")).toHaveLength(1);
});

test("a /cancel of somebody without the right stops nothing", async () => {
  const spec = await world.openSpec();
  meanwhile.once = async () => {
    world.sandbox.comment(spec, "outsider", "/cancel");
    await world.sandbox.webhooks.settled();
  };
  await world.say(spec, "/generate --path code");
  expect(world.made("acme/one")).toHaveLength(1);
});

test("what stands already is not called stopped", async () => {
  const spec = await world.openSpec();
  meanwhile.once = () => {
    const table = world.sandbox.comments(spec).find(({ body }) => body.includes("| Target |"));
    world.sandbox.fault({
      route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
      path: `/comments/${String(table?.id)}`,
      times: 100,
      effect: {
        run: async () => {
          if (world.made("acme/one").length > 0 && !world.said(spec).includes("nothing was stopped"))
            await cancelled(spec);
        },
      },
    });
  };
  await world.say(spec, "/generate --path code");
  expect(world.made("acme/one")).toHaveLength(1);
  expect(world.table(spec)).toContain("| opened");
  expect(world.said(spec)).toContain("so nothing was stopped");
});

const written = "POST /repos/{owner}/{repo}/git/trees";

test.each(["/revise failuresToMend now", "/explain LM1\n/revise failuresToMend now", "a repair"])(
  "%s, of which the first part is written already",
  async (what) => {
    const code = await codeOf(await world.openSpec());
    const head = code.headSha;
    world.mending = mended;
    world.sandbox.fault({ route: written, when: "after", effect: { run: () => cancelled(code) } });
    const failure = { path: "src/batch.ts", line: 1, message: "failuresToMend" };
    if (what.startsWith("/")) await world.say(code, what);
    else await failCheck(world.sandbox, code, failure);
    await world.settled();
    expect(world.said(code)).toContain(truly);
    expect(code.headSha).toBe(head);
  },
);

test("a /generate, of which the first part is written already", async () => {
  const spec = await world.openSpec();
  world.sandbox.fault({ route: written, when: "after", effect: { run: () => cancelled(spec) } });
  await world.say(spec, "/generate --path code");
  expect(world.said(spec)).toContain(truly);
  expect(world.made("acme/one")).toEqual([]);
});

test("a /verify while the model works shows nothing", async () => {
  const code = await codeOf(await world.openSpec());
  const checks = world.sandbox.checks("acme/one").length;
  meanwhile.once = () => cancelled(code);
  await world.say(code, "/verify");
  expect(meanwhile.once).toBeNull();
  expect(world.said(code)).toContain(truly);
  expect(world.sandbox.checks("acme/one")).toHaveLength(checks);
});

test("a /revise that failed before is not tried again by a /retry after the /cancel", async () => {
  const code = await codeOf(await world.openSpec());
  const head = code.headSha;
  world.mending = mended;
  const route = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
  world.sandbox.fault({ route, effect: { status: 500, message: "No." } });
  await world.say(code, "/revise failuresToMend now");
  expect(code.headSha).toBe(head);
  await world.say(code, "/cancel");
  await world.say(code, "/retry");
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain("`/cancel` was said here after this");
});

test.each([
  ["above a /cancel is made first", "/revise failuresToMend now\n/cancel"],
  ["below a /cancel is ordered anew", "/cancel\n/revise failuresToMend now"],
])("a /revise %s", async (_what, words) => {
  const code = await codeOf(await world.openSpec());
  const head = code.headSha;
  world.mending = mended;
  await world.say(code, words);
  expect(code.headSha).not.toBe(head);
});

test("the right for a /cancel is asked where it is said, and nowhere else", async () => {
  const spec = await world.openSpec();
  const from = world.sandbox.requests.length;
  await world.say(spec, "/cancel");
  const asked = world.sandbox.requests.slice(from).filter(({ path }) => path.includes("/permission"));
  expect(asked.map(({ path }) => path.split("/collaborators/")[0])).toEqual(["/repos/acme/spec"]);
});
