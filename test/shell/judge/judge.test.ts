import { judgeItems } from "../../../src/core/decision/judge-request.ts";
import type { ModelReply, ModelRequest } from "../../../src/core/model-request.ts";
import { OverBudget } from "../../../src/core/over-budget.ts";
import { UserError } from "../../../src/core/user-error.ts";
import { judge, type JudgeSettings } from "../../../src/shell/judge/judge.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const settings: JudgeSettings = {
  modelName: "m",
  scope: "1/2#3",
  deadline: 60_000,
  attempts: 3,
};
/** Entries of one parent, so that each is a sibling of the others; one may say something else. */
function items(count: number, other: { at: number; text: string } | null = null) {
  const entries = Array.from({ length: count }, (_, i) => {
    const text = i === other?.at ? other.text : `The client must send \`P${i}\`.`;
    return entryOf(text, { id: `X${i}`, parent: "X" });
  });
  const changes = entries.map((entry) => changeOf(null, entry));
  return judgeItems(changes, contextOf([entryOf("Sending:", { id: "X" }), ...entries], changes));
}

interface Shown {
  entries: { entry: number; id: string; after: string }[];
}
function shown(request: ModelRequest): Shown {
  const [message] = request.messages;
  const part = message?.role === "user" ? message.content[0] : undefined;
  return JSON.parse(part?.type === "text" ? part.text : "{}") as Shown;
}

/** Sends every entry straight to code, quoting it. */
function agreeable(request: ModelRequest): Partial<ModelReply> {
  const entries = shown(request).entries.map(({ entry, after }) => ({
    entry,
    quote: after.slice(0, 20),
    work: "yes",
    nothing: "",
    path: "code",
    because: "Said.",
    reasons: [],
  }));
  return { stop: "end", text: JSON.stringify({ entries }) };
}

function scripted(
  script: (request: ModelRequest, call: number) => Partial<ModelReply>,
  costUsd: number | null = 0.1,
) {
  const kept = new Map<string, unknown>();
  const requests: ModelRequest[] = [];
  const errors: unknown[] = [];
  const usage = {
    model: "m",
    inputTokens: 9000,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 900,
    costUsd,
  };
  return {
    requests,
    errors,
    kept,
    ports: {
      model: {
        worstUsd: () => 0,
        complete: (request: ModelRequest) => {
          requests.push(request);
          const part = script(request, requests.length);
          const reply: ModelReply = {
            stop: "end",
            text: "",
            toolUses: [],
            raw: null,
            usage,
            detail: null,
            origin: "scripted",
            ...part,
          };
          return Promise.resolve(reply);
        },
      },
      store: {
        get: (key: string) => Promise.resolve(kept.get(key)),
        set: (key: string, value: unknown) => {
          kept.set(key, JSON.parse(JSON.stringify(value)));
          return Promise.resolve();
        },
      },
      pause: () => Promise.resolve(),
      onError: (error: unknown) => errors.push(error),
    },
  };
}
const live = new AbortController().signal;

test("a push that changes one of 60 entries judges one; a push that changes none makes no call", async () => {
  const model = scripted(agreeable);
  const once = await judge(items(60), settings, model.ports, live);
  expect(once.judgement).toMatchObject({ state: "judged", judged: 60, fromCache: 0, unanswered: 0 });
  expect(model.requests).toHaveLength(8);
  const pushed = items(60, { at: 7, text: "It must stop." });
  const twice = await judge(pushed, settings, model.ports, live);
  expect(model.requests).toHaveLength(9);
  expect(shown(model.requests[8]!).entries.map((entry) => entry.id)).toEqual(["X7"]);
  expect(twice.judgement).toMatchObject({ judged: 1, fromCache: 59 });
  expect((await judge(pushed, settings, model.ports, live)).judgement.costUsd).toBe(0);
  expect(model.requests).toHaveLength(9);
});

test("another model or prompt makes the cache unknown", async () => {
  const model = scripted(agreeable);
  await judge(items(1), settings, model.ports, live);
  await judge(items(1), { ...settings, modelName: "n" }, model.ports, live);
  expect(model.requests).toHaveLength(2);
});

test("a truncated batch is halved; a single truncated entry stands down", async () => {
  const model = scripted((request) =>
    shown(request).entries.length > 1 ? { stop: "truncated" } : agreeable(request),
  );
  const { judgement } = await judge(items(3), settings, model.ports, live);
  expect(judgement).toMatchObject({ state: "judged", judged: 3 });
  const never = scripted(() => ({ stop: "truncated" }));
  const stood = await judge(items(1), settings, never.ports, live);
  expect(stood.judgement).toMatchObject({ state: "stood-down", why: "truncated", unanswered: 1 });
});

test("a refused batch stands down, the others are judged", async () => {
  const model = scripted((request, call) => (call === 1 ? { stop: "refused" } : agreeable(request)));
  const { judgement, claims } = await judge(items(10), settings, model.ports, live);
  expect(judgement).toMatchObject({ state: "stood-down", why: "refused", unanswered: 8, judged: 2 });
  expect(claims.size).toBe(2);
});

test("at a spending limit what was judged stays, and the rules stand for the rest", async () => {
  const model = scripted((request, call) => {
    if (call > 1) throw new OverBudget("month");
    return agreeable(request);
  });
  const { judgement, claims } = await judge(items(16), settings, model.ports, live);
  expect(judgement).toMatchObject({ state: "stood-down", why: "over-budget", judged: 8, unanswered: 8 });
  expect(judgement.costUsd).toBeCloseTo(0.1);
  expect(claims.size).toBe(8);
  expect(model.requests).toHaveLength(2);
});

test("a model without a known price has no known cost", async () => {
  const model = scripted(agreeable, null);
  expect((await judge(items(1), settings, model.ports, live)).judgement.costUsd).toBeNull();
});

test("past the deadline nothing more is asked", async () => {
  const late = scripted(() => {
    throw new DOMException("late", "TimeoutError");
  });
  const { judgement } = await judge(items(9), { ...settings, deadline: 0, attempts: 1 }, late.ports, live);
  expect(judgement).toMatchObject({ state: "stood-down", why: "unreachable", unanswered: 9 });
  expect(late.requests).toHaveLength(1);
});

test("a passing fault is tried again, a wrong key is not; then the rules stand", async () => {
  const flaky = scripted((request, call) => {
    if (call < 3) throw new Error("socket");
    return agreeable(request);
  });
  expect((await judge(items(1), settings, flaky.ports, live)).judgement.state).toBe("judged");
  const wrong = scripted(() => {
    throw new UserError("no key");
  });
  const { judgement, claims } = await judge(items(20), settings, wrong.ports, live);
  expect(wrong.requests).toHaveLength(1);
  expect(judgement).toMatchObject({ state: "stood-down", why: "unreachable", unanswered: 20 });
  expect(claims.size).toBe(0);
  expect(wrong.errors).toEqual([new UserError("no key")]);
});

test("a busy model, which the adapter tried again, is not asked again", async () => {
  const busy = scripted(() => {
    throw new RetryLater("the model is busy", new Date(0));
  });
  const { judgement } = await judge(items(20), settings, busy.ports, live);
  expect(busy.requests).toHaveLength(1);
  expect(judgement).toMatchObject({ why: "unreachable", unanswered: 20 });
});

test("a cancelled job throws and books nothing", async () => {
  const model = scripted(agreeable);
  await expect(judge(items(1), settings, model.ports, AbortSignal.abort())).rejects.toThrow();
  expect(model.kept.size).toBe(0);
});
