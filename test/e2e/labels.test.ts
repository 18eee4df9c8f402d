import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";

let world: Acme;
afterEach(() => world.close());

const code = specBefore.replace("443", "8443");

function labelWrites(): readonly string[] {
  return world.sandbox.requests
    .filter(({ method, path }) => method !== "GET" && path.includes("/labels"))
    .map(({ method }) => method);
}

test("with `labels: true` a pull request has the label of its review, and keeps those of others", async () => {
  world = await acme({ "spec.md": specBefore, ".github/twopath.yml": "labels: true\n" });
  const pull = await world.openSpecPullRequest();
  expect(pull.labels).toEqual(["twopath: design"]);
  pull.labels.push("bug");
  await world.change({ "spec.md": code });
  await world.settled();
  expect([...pull.labels].sort()).toEqual(["bug", "twopath: code"]);
  await world.change({ "spec.md": code.replace("8443", "9443") });
  await world.settled();
  expect([...pull.labels].sort()).toEqual(["bug", "twopath: code"]);
  expect(labelWrites()).toEqual(["POST", "POST", "DELETE"]);
  await world.change({ "spec.md": specBefore });
  await world.settled();
  expect(pull.labels).toEqual(["bug"]);
});

test("without the setting no label is touched", async () => {
  world = await acme({ "spec.md": specBefore });
  const pull = await world.openSpecPullRequest();
  await world.change({ "spec.md": specAfter.replace("Several", "Many") });
  await world.settled();
  expect(pull.labels).toEqual([]);
  expect(labelWrites()).toEqual([]);
});
