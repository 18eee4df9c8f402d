import { branchCommits } from "../../../src/core/state/branch-commits.ts";
import { cancelState } from "../../../src/core/state/cancel.ts";
import { followUpPlaces, followUpState } from "../../../src/core/state/follow-up.ts";
import { branchSource } from "../../../src/core/state/branch-source.ts";
import { headState, pullsOfCommit } from "../../../src/core/state/heads.ts";
import { overrideState, taughtState } from "../../../src/core/state/overrides.ts";
import { recoveryState } from "../../../src/core/state/recovery.ts";
import { repairState } from "../../../src/core/state/repairs.ts";
import { saidState } from "../../../src/core/state/said.ts";
import type { Stored } from "../../../src/core/state/stored.ts";
import { talkState } from "../../../src/core/state/talk.ts";
import { traceState } from "../../../src/core/state/trace.ts";
import { turnState } from "../../../src/core/state/turns.ts";

const place = { repository: { installationId: 1, id: 2, owner: "acme", name: "spec" }, number: 3 };
const override = {
  ...{ id: "LM1", path: "code", by: "ann", at: "2026-01-01T00:00:00Z", because: null, fingerprint: "f" },
};
const data = {
  source: "acme/spec#3",
  stage: "code",
  workPackage: "lm1",
  target: "one",
  head: "a",
  entries: {},
};

const followUp = {
  ...{ ...place, url: "u", source: place, data },
  ...{ designCommit: null, state: "open", told: [] },
};

/** Each kind, a value of it, and one that is nearly of it. */
const trace = { commit: "a", settings: { target: "{}", tags: "null" }, checkedAt: 1, isPrivate: false };

const kinds: readonly (readonly [string, unknown, unknown, unknown])[] = [
  ["branch commits", branchCommits, ["a"], [1]],
  ["whose a branch is", branchSource, place, { number: 3 }],
  ["places of follow-ups", followUpPlaces, [place], [{ number: 3 }]],
  [
    "a follow-up",
    followUpState,
    { ...followUp, mandate: { base: "main", targets: [{ name: "one", repository: null }] } },
    { ...followUp, mandate: { into: "main" } },
  ],
  ["heads", headState, [{ sha: "a", at: 1 }], [{ sha: "a", at: "1" }]],
  ["pull requests of a commit", pullsOfCommit, [1], ["1"]],
  [
    "decisions",
    overrideState,
    { LM1: { comment: 1, override } },
    { LM1: { comment: 1, override: { ...override, path: "all" } } },
  ],
  ["examples", taughtState, [{ pull: 3, override }], [override]],
  [
    "deliveries",
    recoveryState,
    { seen: 1, redeliveries: { g: { count: 1, at: 1 } } },
    { seen: 1, redeliveries: [1] },
  ],
  [
    "a cancel",
    cancelState,
    { at: 1, comment: 2, accepted: 1, head: null },
    { at: 1, comment: 2, accepted: 1 },
  ],
  ["repairs", repairState, ["a"], "a"],
  [
    "what was said",
    saidState,
    { comment: null, checks: {}, complete: true },
    { comment: { id: "1" }, checks: {}, complete: true },
  ],
  ["talk", talkState, [1], ["1"]],
  ["a trace", traceState, { ...trace, index: { files: [], tokens: {} } }, { ...trace, index: [] }],
  ["a turn", turnState, { key: "k", reply: { text: "x" } }, { reply: { text: "x" } }],
];

test.each(kinds)(
  "%s: what is kept comes back; another version and another shape are as nothing",
  (_name, kind, value, odd) => {
    const { read, write } = kind as Stored<readonly unknown[], unknown>;
    const kept = JSON.parse(JSON.stringify(write(value))) as { version: number; value: unknown };
    expect(read(kept)).toEqual(value);
    expect(read({ ...kept, version: kept.version + 1 })).toBeNull();
    expect(read({ ...kept, value: odd })).toBeNull();
    for (const other of [value, odd, null, undefined, "x", 1, []]) expect(read(other)).toBeNull();
  },
);

test("a note on a follow-up of the version before is one that nobody wrote down what it was ordered under", () => {
  const { read } = followUpState;
  expect(read({ version: 1, value: followUp })).toEqual({ ...followUp, mandate: null });
  const odd = { ...followUp, source: "acme/spec#3" };
  for (const version of [0, 1, 2]) expect(read({ version, value: odd })).toBeNull();
  expect(read({ version: 2, value: followUp })).toBeNull();
});
