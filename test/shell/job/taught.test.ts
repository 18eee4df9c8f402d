import type { Override } from "../../../src/core/decision/review.ts";
import { noteOverrides, taughtBy } from "../../../src/shell/job/overrides.ts";
import { memoryValues } from "../../support/memory-values.ts";

const repository = { installationId: 1, id: 7, owner: "acme", name: "spec" };
const decision = (id: string, because: string): Override => ({
  id,
  path: "code",
  by: "ann",
  at: "2026-01-01T00:00:00Z",
  because,
  fingerprint: "f",
  text: `Text of ${id}.`,
});

test("decisions of all pull requests are examples, the newest first; one that is taken back is none", async () => {
  const values = memoryValues();
  const note = (pull: number, comment: number, id: string, override: Override | null) =>
    noteOverrides(values, repository, pull, comment, new Map([[id, override]]));
  await note(1, 1, "A", decision("A", "as ever"));
  await note(2, 2, "B", decision("B", "a list"));
  expect((await taughtBy(values, repository)).map(({ id }) => id)).toEqual(["B", "A"]);
  await note(1, 3, "A", null);
  expect((await taughtBy(values, repository)).map(({ id }) => id)).toEqual(["B"]);
  expect(await taughtBy(values, { ...repository, id: 8 })).toEqual([]);
});

test("twenty are kept", async () => {
  const values = memoryValues();
  for (let i = 0; i < 30; i++)
    await noteOverrides(values, repository, i, i, new Map([[`E${i}`, decision(`E${i}`, "so")]]));
  const taught = await taughtBy(values, repository);
  expect(taught).toHaveLength(20);
  expect(taught[0]?.id).toBe("E29");
});
