import fc from "fast-check";
import { LastingValues } from "../../src/shell/lasting-values.ts";
import { createSpendLedger } from "../../src/shell/model/spend-ledger.ts";
import type { SharedText } from "../../src/shell/ports.ts";

const clock = { now: () => new Date("2026-03-01T00:00:00Z") };
const account = { pullRequest: "1/2#3", mostUsd: 20 };
const lasting = { sums: "spend/", answers: "judge/" };

/** A text as several programs share it; each change lets the others go first. */
function sharedText(): SharedText & { readonly written: string[]; sums(): Record<string, number> } {
  const written: string[] = [];
  return {
    name: "refs/twopath/ledger",
    written,
    sums: () => (JSON.parse(written.at(-1) ?? '{"sums":{}}') as { sums: Record<string, number> }).sums,
    async update(change) {
      for (;;) {
        const before = written.at(-1) ?? null;
        const after = change(before);
        await Promise.resolve();
        if (after === null || after === before) return;
        if ((written.at(-1) ?? null) !== before) continue;
        written.push(after);
        return;
      }
    },
  };
}

test("many calls of one run are a few writes, and what was set aside ahead of them is given back", async () => {
  const text = sharedText();
  const values = new LastingValues(text, lasting);
  const ledger = createSpendLedger(values, clock, 100);
  for (let call = 0; call < 40; call += 1) {
    const reserved = await ledger.reserve(account, 0.3);
    if (typeof reserved === "string") throw new Error(reserved);
    await reserved.settle(0.01);
  }
  await values.keep();
  expect(text.written.length).toBeLessThan(6);
  for (const sum of Object.values(text.sums())) expect(sum).toBeCloseTo(0.4);
  await values.keep();
  expect(text.written.length).toBeLessThan(6);
});

test("a run that dies in a call leaves that call and at most one dollar more counted", async () => {
  const text = sharedText();
  await createSpendLedger(new LastingValues(text, lasting), clock, 100).reserve(account, 3);
  for (const sum of Object.values(text.sums())) {
    expect(sum).toBeGreaterThanOrEqual(3);
    expect(sum).toBeLessThanOrEqual(4);
  }
});

test("runs at the same time, one after another and dying ones never pass a limit together", async () => {
  const call = fc.record({
    usd: fc.double({ min: 0.01, max: 6, noNaN: true }),
    used: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const program = fc.record({ calls: fc.array(call, { maxLength: 8 }), dies: fc.boolean() });
  const waves = fc.array(fc.array(program, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(waves, async (all) => {
      const text = sharedText();
      let spent = 0;
      for (const wave of all)
        await Promise.all(
          wave.map(async ({ calls, dies }) => {
            const values = new LastingValues(text, lasting);
            const ledger = createSpendLedger(values, clock, 30);
            for (const { usd, used } of calls) {
              const reserved = await ledger.reserve(account, usd);
              if (typeof reserved === "string") continue;
              spent += usd * used;
              await reserved.settle(usd * used);
            }
            if (!dies) await values.keep();
          }),
        );
      expect(spent).toBeLessThanOrEqual(20 + 1e-6);
      expect(text.sums()["spend/pull-request/1/2#3"] ?? 0).toBeGreaterThanOrEqual(spent - 1e-6);
    }),
  );
});

test("answers are found again; the oldest go when there are too many, and sums stay", async () => {
  const text = sharedText();
  const first = new LastingValues(text, lasting);
  await createSpendLedger(first, clock, 100).reserve(account, 1);
  for (let n = 0; n < 60; n += 1) await first.set(`judge/${String(n)}`, { because: "x".repeat(10_000) });
  await first.set("other", 1);
  await first.keep();
  const next = new LastingValues(text, lasting);
  expect(await next.get("judge/59")).toEqual({ because: "x".repeat(10_000) });
  expect(await next.get("judge/0")).toBeUndefined();
  expect(await next.get("spend/month/2026-03")).toBe(1);
  expect(await next.get("other")).toBeUndefined();
  expect(text.written.at(-1)?.length).toBeLessThan(500_000);
});

test("a text that cannot be read is said where something is to be spent, and nothing is written over it", async () => {
  const text = sharedText();
  text.written.push("not JSON");
  const values = new LastingValues(text, lasting);
  expect(await values.get("judge/1")).toBeUndefined();
  await expect(createSpendLedger(values, clock, 100).reserve(account, 1)).rejects.toThrow(
    "refs/twopath/ledger",
  );
  expect(text.written).toEqual(["not JSON"]);
});
