import { agreed, momentAt, type SeenHead, withHead } from "../../../src/core/state/heads.ts";

const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];
const opened: SeenHead = { sha: a, at: 0, base: "main" };
const pushed = (sha: string, before: string, at: number): SeenHead => ({
  ...{ sha, at, base: "main", before: { sha: before } },
});
const retargeted = (base: string, before: string, at: number): SeenHead => ({
  ...{ sha: a, at, base, before: { base: before } },
});
const told = (...events: readonly SeenHead[]): readonly SeenHead[] =>
  events.reduce<readonly SeenHead[]>(withHead, []);
const unsure = { heads: [], bases: [], unsure: true };
const on = (sha: string, base = "main") => ({ heads: [sha], bases: [base] });

/** What was told of, a moment, and what the pull request was then. */
const moments: readonly (readonly [string, readonly SeenHead[], number, unknown])[] = [
  ["nothing is known", told(), 5, { heads: [], bases: [] }],
  ["before the first event", told({ ...opened, at: 9 }), 5, { heads: [], bases: [] }],
  ["one head", told(opened), 5, on(a)],
  ["after a push", told(opened, pushed(b, a, 3)), 5, on(b)],
  ["before a push", told(opened, pushed(b, a, 7)), 5, on(a)],
  ["forth", told(opened, pushed(b, a, 3), pushed(a, b, 7)), 5, on(b)],
  ["and back", told(opened, pushed(b, a, 3), pushed(a, b, 4)), 5, on(a)],
  ["back is told of first", told(opened, pushed(a, b, 7)), 5, unsure],
  ["back, then forth", told(opened, pushed(a, b, 7), pushed(b, a, 3)), 5, on(b)],
  ["back is told of twice", told(opened, pushed(a, b, 7), pushed(a, b, 7)), 5, unsure],
  ["one of three is missing", told(opened, pushed(c, b, 7)), 5, unsure],
  ["what is missing came before what is known", told(opened, pushed(c, b, 3)), 5, on(c)],
  ["a push in the second of the opening", told(opened, pushed(b, a, 0)), 5, on(b)],
  [
    "a push in the second of the opening, within it",
    told(opened, pushed(b, a, 0)),
    0,
    { heads: [a, b], bases: ["main", "main"] },
  ],
  ["forth and back in one second", told(opened, pushed(b, a, 0), pushed(a, b, 0)), 5, on(a)],
  ["forth and back in a later second", told(opened, pushed(b, a, 3), pushed(a, b, 3)), 5, on(a)],
  [
    "back, forth and back, told of in another order",
    told(opened, pushed(a, b, 3), pushed(c, a, 3), pushed(b, c, 3)),
    5,
    on(a),
  ],
  [
    "two of one second, without what was before them",
    told(opened, { sha: b, at: 0, base: "main" }),
    5,
    unsure,
  ],
  ["three in one second", told(opened, pushed(b, a, 0), pushed(c, b, 0)), 5, on(c)],
  [
    "another branch in the second of the opening",
    told({ ...opened, base: "side" }, retargeted("main", "side", 0)),
    5,
    on(a),
  ],
  [
    "base: forth and back",
    told(opened, retargeted("side", "main", 3), retargeted("main", "side", 7)),
    5,
    on(a, "side"),
  ],
  ["base: back is told of first", told(opened, retargeted("main", "side", 7)), 5, unsure],
];

test.each(moments)("%s", (_, known, at, moment) => {
  expect(momentAt(known, at)).toEqual(moment);
});

test("an event that tells of nothing new is not kept", () => {
  const known = told(opened, pushed(b, a, 3));
  for (const same of [pushed(b, a, 3), { sha: b, at: 6, base: "main" }, { sha: a, at: 1, base: "main" }])
    expect(withHead(known, same)).toBe(known);
});

test("what is told of later only narrows a moment", () => {
  const nothing = { heads: [], bases: [] };
  expect(agreed(on(a), { heads: [a, b], bases: ["main", "main"] })).toEqual(on(a));
  expect(agreed(on(a), nothing)).toEqual(on(a));
  expect(agreed(nothing, on(a))).toEqual(on(a));
  expect(agreed(on(a), on(b))).toEqual({ ...on(a), unsure: true });
  expect(agreed(on(a), on(a, "side"))).toEqual({ ...on(a), unsure: true });
  expect(agreed({ ...nothing, unsure: true }, on(a))).toEqual(unsure);
});
