import { acme, type Acme } from "../support/acme.ts";
import { hiddenTexts } from "../support/hidden-texts.ts";
import { expectNothingLive } from "../support/nothing-live.ts";

const live = "@evil Closes #12345 ![x](https://evil.test/b.png) /merge https://evil.test/x";
/** Each way of hiding in a file of its own, as some hide whatever follows. */
const texts = hiddenTexts
  // Half a surrogate pair cannot stand in a file of UTF-8.
  .filter(([hidden]) => !/\p{Cs}/u.test(hidden))
  .map(([hidden], at) => {
    const id = `HT${String(at + 10)}`;
    return { id, path: `spec/${id}.md`, text: `- \`(${id})\` The client ${live} waits 5 s. ${hidden}\n` };
  });
const before = texts.map(({ id, path }) => [path, `- \`(${id})\` The client waits.\n`] as const);
let world: Acme;
afterEach(() => world.close());

test("S13, S16: whatever an author hides or makes live is dead in every posted body, and what was hidden is reported", async () => {
  world = await acme(Object.fromEntries(before));
  const { sandbox, settled } = world;
  await world.change(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
  const pull = await sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: "change", author: "author" },
    ...{ title: `${live} a\u202eb`, body: live },
  });
  await settled();
  sandbox.comment(pull, "maintainer", "/explain HT*\n/explain HT99@evil\n/gen@evil");
  sandbox.comment(pull, "maintainer", "/generate HT10 HT14 --path design -- @evil closes #12345");
  await settled();
  expect(sandbox.pullRequests("acme/spec").length).toBeGreaterThan(1);
  const posted = postedBodies();
  expect(posted.length).toBeGreaterThan(5);
  for (const body of posted) expectNothingLive(body, `${sandbox.url}/acme/`);
  const review = posted.filter((body) => body.includes("twopath:review") || body.includes("Hidden text"));
  expect(texts.length).toBeGreaterThanOrEqual(32);
  const all = review.join("\n");
  const unreported = texts.filter(({ id, path, text }) => {
    // A file with a NUL is no text: it is refused as a whole, by name.
    if (text.includes("\0")) return !all.includes(`${path}:1`);
    return !new RegExp(`\\[${id}\\]\\([^)]*\\): Hidden text was removed`).test(all);
  });
  expect(unreported.map(({ text }) => text)).toEqual([]);
}, 120_000);

/** Comments, descriptions of pull requests, check runs. */
function postedBodies(): readonly string[] {
  const { requests } = world.sandbox;
  const ours = requests.filter(({ actor, method }) => actor.startsWith("installation") && method !== "GET");
  return ours.flatMap(({ body }) => {
    const { body: text, output } = (body ?? {}) as {
      body?: string;
      output?: { summary?: string; text?: string };
    };
    return [text, output?.summary, output?.text].filter((one) => one !== undefined);
  });
}
