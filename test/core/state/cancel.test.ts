import { takesBack, takesBackHead, withCancel } from "../../../src/core/state/cancel.ts";

const said = { at: 10_000, comment: 5, accepted: 12_000, head: null };

test.each([
  ["nothing was taken back", null, { at: 1 }, false],
  ["said before", said, { at: 9000, comment: 9 }, true],
  ["said after", said, { at: 11_000, comment: 1 }, false],
  ["of the same second, an earlier comment", said, { at: 10_000, comment: 4 }, true],
  ["of the same second, a later comment", said, { at: 10_000, comment: 6 }, false],
  ["of the same second, in no comment", said, { at: 10_000 }, true],
  ["of the same comment", said, { at: 10_000, comment: 5 }, false],
  [
    "a /cancel of a review thread, of the same second",
    { ...said, comment: null },
    { at: 10_000, comment: 9 },
    true,
  ],
  ["a press that the server was told of before it accepted", said, { at: 11_000, isPress: true }, true],
  ["a press after that", said, { at: 12_001, isPress: true }, false],
] as const)("an order %s", (_, cancel, order, expected) => {
  expect(takesBack(cancel, order)).toBe(expected);
});

test("the later /cancel counts, whichever comes in first, and the head that stood at the last one", () => {
  const late = { at: 8000, comment: 3, accepted: 20_000, head: "b" };
  expect(withCancel(null, said)).toEqual(said);
  expect(withCancel({ ...said, head: "a" }, late)).toEqual({ ...said, accepted: 20_000, head: "b" });
  expect(withCancel({ ...said, head: "a" }, { ...said, comment: 6 })).toMatchObject({
    comment: 6,
    head: "a",
  });
  expect(withCancel(late, said)).toMatchObject({ at: 10_000, comment: 5, accepted: 20_000 });
});

test("a repair goes on with a head that came to stand after it only", () => {
  expect(takesBackHead(null, { sha: "a", at: 1 })).toBe(false);
  expect(takesBackHead(said, { sha: "a", at: 10_000 })).toBe(true);
  expect(takesBackHead(said, { sha: "a", at: 10_001 })).toBe(false);
  expect(takesBackHead({ ...said, head: "a" }, { sha: "a", at: 11_000 })).toBe(true);
});
