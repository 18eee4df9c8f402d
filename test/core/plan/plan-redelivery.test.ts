import fc from "fast-check";
import { planRedelivery, redeliverableMs } from "../../../src/core/plan/plan-redelivery.ts";

const now = 10 * redeliverableMs;
const attempt = (id: number, guid: string, delivered: boolean, age = 1000) => ({
  id,
  guid,
  delivered,
  at: now - age,
});

test("R4: only deliveries without any success, by their latest attempt, oldest first", () => {
  const attempts = [
    attempt(5, "b", true, 1),
    attempt(4, "a", false, 10),
    attempt(3, "c", false, 20),
    attempt(2, "b", false, 30),
    attempt(1, "a", false, 40),
    attempt(0, "old", false, redeliverableMs),
  ];
  expect(planRedelivery(attempts, {}, now).ids).toEqual([3, 4]);
});

test("R4: after an outage with more failures than are asked for in one go, the rest is looked at again, however old", () => {
  const attempts = Array.from({ length: 450 }, (_, id) =>
    attempt(id, String(id), false, 2 * 24 * 3_600_000 - id),
  );
  const delivered = new Set<string>();
  let [known, seen, at] = [{}, 0, now];
  for (let look = 0; look < 4; look++, at += 5 * 60_000) {
    const listed = attempts
      .filter((each) => each.at >= seen)
      .map((each) => ({ ...each, delivered: delivered.has(each.guid) }));
    const plan = planRedelivery(listed, known, at);
    for (const id of plan.ids) delivered.add(String(id));
    [known, seen] = [plan.redeliveries, plan.seen];
  }
  expect(delivered.size).toBe(450);
  expect(seen).toBeGreaterThan(now);
});

test("R4: after five redeliveries a delivery is given up", () => {
  let known = {};
  let asked = 0;
  for (let look = 0; look < 20; look++) {
    const plan = planRedelivery([attempt(1, "a", false)], known, now);
    known = plan.redeliveries;
    asked += plan.ids.length;
  }
  expect(asked).toBe(5);
});

test("R4: what is remembered stays bounded and forgets what GitHub cannot redeliver any more", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5000), fc.boolean()), { maxLength: 3000 }), (pairs) => {
      const attempts = pairs.map(([guid, delivered], id) => attempt(id, String(guid), delivered));
      const plan = planRedelivery(attempts, { gone: { count: 1, at: 0 } }, now);
      return Object.keys(plan.redeliveries).length <= 1000 && !("gone" in plan.redeliveries);
    }),
    { numRuns: 20 },
  );
});
