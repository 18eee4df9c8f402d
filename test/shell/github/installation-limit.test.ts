import { InstallationLimit } from "../../../src/shell/github/installation-limit.ts";
import { waitUntil } from "../../../src/shell/github/request-policy.ts";
import { createMemoryValues } from "../../../src/shell/memory-values.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";

const start = Date.UTC(2026, 0, 1);
const minute = 60_000;

/** When a request may be made: null for at once. */
async function waits(limit: InstallationLimit, method: string): Promise<string | null> {
  try {
    await limit.check(method);
    return null;
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    return error.at.toISOString();
  }
}

test("two processes on one store make 60 writes a minute and 400 an hour together; reading goes on", async () => {
  const values = createMemoryValues();
  let now = start;
  const clock = { now: () => new Date(now) };
  const processes = [new InstallationLimit(values, 1, clock), new InstallationLimit(values, 1, clock)];
  const write = (i: number) => waits(processes[i % 2]!, "POST");
  let written = 0;
  for (; written < 60; written++) expect(await write(written)).toBeNull();
  expect(await write(0)).toBe("2026-01-01T00:01:00.000Z");
  expect(await write(1)).toBe("2026-01-01T00:01:00.000Z");
  expect(await waits(processes[0]!, "GET")).toBeNull();
  expect(await waits(new InstallationLimit(values, 2, clock), "POST")).toBeNull();
  for (; written < 400; written++) {
    if (written % 60 === 0) now += minute;
    expect(await write(written)).toBeNull();
  }
  now += minute;
  expect(await write(0)).toBe("2026-01-01T01:00:00.000Z");
  now = start + 60 * minute;
  expect(await write(0)).toBeNull();
});

test("what one process hears of a limit silences the other, reading too, and the longest time holds", async () => {
  const values = createMemoryValues();
  const clock = { now: () => new Date(start) };
  const [first, second] = [new InstallationLimit(values, 1, clock), new InstallationLimit(values, 1, clock)];
  await first.limited(new Date(start + 2 * minute));
  await first.limited(new Date(start + minute));
  expect(await waits(second, "GET")).toBe("2026-01-01T00:02:00.000Z");
  expect(await waits(second, "POST")).toBe("2026-01-01T00:02:00.000Z");
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
