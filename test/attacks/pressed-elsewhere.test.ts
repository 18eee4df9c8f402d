import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { createTwoBases, spec as own, type TwoBases } from "../support/two-bases.ts";

/* A press is an order on one page: it goes on for no other pull request of the same commit, whoever closes, opens or moves one. */

let world: TwoBases;

beforeEach(async () => {
  world = await createTwoBases();
});

afterEach(() => world.close());

function press({ headSha }: PullRequest): Promise<void> {
  const check = world.sandbox.checks("acme/spec").findLast((one) => one.headSha === headSha);
  if (check === undefined) throw new Error("no check run");
  world.sandbox.pressButton(check, "generate", "maintainer");
  return Promise.resolve();
}

interface Author {
  readonly open: () => Promise<PullRequest>;
  readonly login: string;
  readonly prefix: string;
}

const authors: Readonly<Record<string, () => Author>> = {
  "the repository": () => ({ open: () => world.openSpec(), login: "author", prefix: "" }),
  "a fork": () => ({ open: () => world.openFork(), login: "outsider", prefix: "outsider:" }),
};

describe.each(Object.keys(authors))("a press on a pull request of %s", (from) => {
  const author = (): Author =>
    authors[from]?.() ?? { open: () => world.openSpec(), login: "author", prefix: "" };

  test.each(["main", "side"])(
    "that is closed while the press waits is not gone on with for one of the same commit into %s",
    async (base) => {
      const { open, login, prefix } = author();
      const first = await open();
      const opened: PullRequest[] = [];
      await world.parked(
        () => press(first),
        async () => {
          await world.sandbox.closePullRequest(first, login);
          const head = `${prefix}${first.headRef}`;
          opened.push(
            await world.sandbox.openPullRequest({ repository: "acme/spec", head, base, author: login }),
          );
        },
      );
      expect(world.made("acme/one")).toEqual([]);
      expect(world.model.requests).toEqual([]);
      expect(world.said(first)).toContain("Write the command as a comment in the one that is meant.");
      expect(opened.map(world.said)).toEqual([
        expect.stringContaining(`the head of #${String(first.number)} and`),
      ]);
    },
  );

  test("is taken back by a /cancel there, whatever was opened meanwhile", async () => {
    const { open, login, prefix } = author();
    const first = await open();
    await world.parked(
      () => press(first),
      async () => {
        await world.sandbox.openPullRequest({
          ...{ repository: "acme/spec", head: `${prefix}${first.headRef}`, base: "side", author: login },
        });
        world.sandbox.comment(first, "maintainer", "/cancel");
      },
    );
    expect(world.made("acme/one")).toEqual([]);
    expect(world.model.requests).toEqual([]);
  });
});

test("of two with one commit, the press does not become the other's once its own is closed", async () => {
  const first = await world.openSpec();
  const second = await world.sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: first.headRef, base: "side", author: "author" },
  });
  await world.settled();
  await world.parked(
    () => press(first),
    () => world.sandbox.closePullRequest(first, "author"),
  );
  expect(world.made("acme/one")).toEqual([]);
  expect(world.said(second)).toContain("Nothing was done: the button belongs to a commit");
});

test("one that was closed long before does not keep another from being pressed", async () => {
  const first = await world.openSpec();
  await world.sandbox.closePullRequest(first, "author");
  // Ten minutes pass.
  await world.openSpec();
  const second = await world.sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: first.headRef, author: own.author },
  });
  await world.settled();
  await press(second);
  await world.settled();
  expect(world.made("acme/one").map(({ body }) => body)).toEqual([
    expect.stringContaining(`From [spec pull request ${String(second.number)}]`),
  ]);
});
