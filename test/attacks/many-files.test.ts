import { acme, type Acme } from "../support/acme.ts";

let world: Acme;

beforeEach(async () => {
  world = await acme();
});
afterEach(() => world.close());

async function opened(files: Readonly<Record<string, string>>) {
  const before = world.sandbox.requests.length;
  await world.change(files);
  const pull = await world.sandbox.openPullRequest({
    repository: "acme/spec",
    head: "change",
    author: "author",
  });
  await world.settled();
  return { pull, requests: world.sandbox.requests.slice(before) };
}

function named(count: number, text: (at: number) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`many/${String(at)}.md`, text(at)]));
}

test("M5: a pull request of 3,000 small files is reviewed within a hundred requests", async () => {
  const { pull, requests } = await opened(
    named(3000, (at) => `# Part ${String(at)}\n\n- \`(MA${String(at)})\` It MUST be kept.\n`),
  );
  process.stdout.write(`3,000 small files: ${String(requests.length)} requests\n`);
  expect(requests.length).toBeLessThan(100);
  expect(requests.filter(({ status }) => status !== null && status > 404)).toEqual([]);
  expect(
    world
      .ours(pull)
      .map(({ body }) => body.slice(0, 500))
      .join("\n"),
  ).toContain("3,000 changed entries");
}, 120_000);

test("M5: files that come in no batch cost no request each; the pull request is told why it is not reviewed", async () => {
  const { pull, requests } = await opened(named(400, (at) => `binary ${String(at)} \0\n`));
  expect(requests.length).toBeLessThan(100);
  expect(
    world
      .ours(pull)
      .map(({ body }) => body)
      .join("\n"),
  ).toMatch(/400 files .* no UTF-8 text; at most 200/);
}, 120_000);

test("M5: what a query gives otherwise than it stands in git is read by itself", async () => {
  const long = `# Long\n\n- \`(LO1)\` It MUST be kept.\n\n${"words of a long text ".repeat(26_000)}\n`;
  const { pull } = await opened({
    ...named(30, (at) => `# P${String(at)}\n\n- \`(MA${String(at)})\` One.\n`),
    "long.md": long,
  });
  expect(
    world
      .ours(pull)
      .map(({ body }) => body)
      .join("\n"),
  ).toContain("31 changed entries");
}, 60_000);
