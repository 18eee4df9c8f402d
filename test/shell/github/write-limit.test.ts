import { WriteLimit } from "../../../src/shell/github/write-limit.ts";
import { waitUntil } from "../../../src/shell/github/request-policy.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";

const start = Date.UTC(2026, 0, 1);

test("the write after the last allowed one waits until the oldest leaves the window", () => {
  let now = start;
  const limit = new WriteLimit({ now: () => new Date(now) }, 3, 4);
  for (let i = 0; i < 3; i += 1) limit.take();
  now += 10_000;
  expect(() => {
    limit.take();
  }).toThrow(RetryLater);
  now = start + 60_000;
  limit.take();
  try {
    limit.take();
    throw new Error("a fifth write within the hour was allowed");
  } catch (error) {
    expect(error).toBeInstanceOf(RetryLater);
    expect((error as RetryLater).at.toISOString()).toBe("2026-01-01T01:00:00.000Z");
  }
});

test.each([
  [{ status: 429, headers: { "retry-after": "30" }, message: "slow down" }, 30],
  [{ status: 403, headers: { "retry-after": "99999" }, message: "slow down" }, 3600],
  [{ status: 403, headers: {}, message: "You have exceeded a secondary rate limit" }, 60],
  [
    {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(start / 1000 + 100) },
      message: "limit",
    },
    101,
  ],
  [{ status: 403, headers: {}, message: "Resource not accessible by integration" }, null],
  [{ status: 500, headers: { "retry-after": "30" }, message: "broken" }, null],
])("%j is sent again after %p seconds", (failed, seconds) => {
  const wait = waitUntil(failed, new Date(start));
  expect(wait === null ? null : (wait.getTime() - start) / 1000).toBe(seconds);
});
