import { OverBudget } from "../../../src/core/over-budget.ts";
import { problemsOf } from "../../../src/core/design/draft/design-draft.ts";
import { draftDesign, type DraftInput } from "../../../src/shell/designer/draft-design.ts";
import { ScriptedModel } from "../../../src/shell/model/scripted-model.ts";
import { parseCheck } from "../../../src/shell/writer/parse-check.ts";
import { designWorld, goodDraft } from "../../support/design-draft.ts";

const world = designWorld();
const good = { text: JSON.stringify(goodDraft) };
const flawed = {
  text: JSON.stringify({ ...goodDraft, dataFlow: [{ entries: ["UPL9"], text: "So it goes." }] }),
};

const worse = {
  text: JSON.stringify({
    ...goodDraft,
    dataFlow: [
      { entries: ["UPL9"], text: "So it goes on." },
      { entries: ["UPL9"], text: "And on." },
    ],
  }),
};

function input(model: DraftInput["model"], more: Partial<DraftInput> = {}): DraftInput {
  return {
    ...world,
    shown: [],
    model,
    signal: new AbortController().signal,
    once: (_key, effect) => effect(),
    parse: parseCheck,
    deadline: 60_000,
    onError: () => undefined,
    ...more,
  };
}

test("a draft without a fault is one request", async () => {
  const model = new ScriptedModel([good]);
  expect(await draftDesign(input(model))).toMatchObject({ outcome: "drafted", origin: "scripted" });
  expect(model.requests).toEqual([world.request]);
});

test("what failed a check is told once, and mended", async () => {
  const model = new ScriptedModel([flawed, good]);
  const outcome = await draftDesign(input(model));
  expect(outcome.outcome === "drafted" && problemsOf(outcome.draft)).toEqual([]);
  const told = JSON.stringify(model.requests[1]?.messages.at(-1));
  expect(told).toContain("UPL9");
  expect(model.requests[1]?.messages[1]).toEqual({ role: "assistant", raw: { scripted: flawed } });
});

test.each([
  ["drops what had no fault", [flawed, { text: JSON.stringify({ ...goodDraft, tests: [], dataFlow: [] }) }]],
  ["is worse", [flawed, worse]],
  ["cannot be read", [flawed, { text: "sorry" }]],
  ["is refused", [flawed, { stop: "refused" as const }]],
  ["never comes", [flawed]],
])("the first draft stands with its marks when the second %s", async (_what, script) => {
  const outcome = await draftDesign(input(new ScriptedModel(script)));
  expect(outcome.outcome === "drafted" && problemsOf(outcome.draft)).toEqual([
    'dataFlow: "So it goes.": it cites "UPL9", which is no entry of this work package',
  ]);
});

test.each([
  ["refused", { stop: "refused" as const }],
  ["truncated", { stop: "truncated" as const }],
  ["truncated", { stop: "context-full" as const }],
  ["unreadable", { text: "# A design" }],
])("a reply that is %s gives no draft", async (why, reply) => {
  expect(await draftDesign(input(new ScriptedModel([reply])))).toMatchObject({ outcome: "none", why });
});

test("a budget that is spent, and a model that cannot be reached, give no draft", async () => {
  const failing = (error: Error): DraftInput["model"] => ({
    worstUsd: () => 0,
    complete: () => Promise.reject(error),
  });
  const errors: unknown[] = [];
  const onError = (error: unknown): void => {
    errors.push(error);
  };
  expect(await draftDesign(input(failing(new OverBudget("month")), { onError }))).toMatchObject({
    why: "over-budget",
  });
  expect(errors).toEqual([]);
  const cut = new Error("connection refused");
  expect(await draftDesign(input(failing(cut), { onError }))).toMatchObject({ why: "unreachable" });
  expect(errors).toEqual([cut]);
});

/** Answers only when it is told to stop. */
const silent: DraftInput["model"] = {
  worstUsd: () => 0,
  complete: (_request, { signal }) =>
    new Promise((_resolve, reject) => {
      const stop = (): void => {
        reject(new Error("stopped"));
      };
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop);
    }),
};

test("a model that takes too long gives no draft; a cancelled job throws", async () => {
  expect(await draftDesign(input(silent, { deadline: 1 }))).toMatchObject({ why: "deadline" });
  const stopped = AbortSignal.abort();
  await expect(draftDesign(input(silent, { signal: stopped }))).rejects.toThrow("stopped");
});

test("after a crash no reply is paid for twice", async () => {
  const paid = new Map<string, unknown>();
  const once = async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
    if (!paid.has(key)) paid.set(key, await effect());
    return paid.get(key) as T;
  };
  const first = new ScriptedModel([flawed]);
  await draftDesign(input(first, { once }));
  const second = new ScriptedModel([good]);
  const outcome = await draftDesign(input(second, { once }));
  expect(outcome.outcome === "drafted" && problemsOf(outcome.draft)).toEqual([]);
  expect(second.requests).toHaveLength(1);
  expect(second.requests[0]?.messages).toHaveLength(3);
});
