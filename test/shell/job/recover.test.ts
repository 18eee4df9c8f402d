import { recoveryState } from "../../../src/core/state/recovery.ts";
import { recover, type RecoverPorts } from "../../../src/shell/job/recover.ts";
import type { HookDelivery, JobRequest, RepositoryRef } from "../../../src/shell/ports.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";

const now = new Date("2026-03-01T12:00:00Z");
const delivery = (id: number): HookDelivery => ({
  ...{ id, guid: `g${String(id)}`, delivered: false },
  at: new Date(now.getTime() - 60_000 + id),
});
const repository = (installationId: number, name: string): RepositoryRef => ({
  ...{ installationId, id: installationId * 10, owner: "acme", name },
});

interface World {
  readonly ports: RecoverPorts;
  readonly redelivered: number[];
  readonly reviewed: string[];
  readonly values: Map<string, unknown>;
}

/** GitHub answers for `bad` ids and repositories with an error. */
function world(bad: Readonly<Record<string, Error>>): World {
  const redelivered: number[] = [];
  const reviewed: string[] = [];
  const values = new Map<string, unknown>();
  const refuse = (name: string): void => {
    if (bad[name] !== undefined) throw bad[name];
  };
  const app: RecoverPorts["app"] = {
    deliveries: () => Promise.resolve([1, 2, 3].map(delivery)),
    redeliver: async (id) => {
      await Promise.resolve();
      refuse(String(id));
      redelivered.push(id);
    },
    installations: () => Promise.resolve([1, 2, 3]),
    repositories: async (installation) => {
      await Promise.resolve();
      refuse(`installation ${String(installation)}`);
      return [
        repository(installation, `a${String(installation)}`),
        repository(installation, `b${String(installation)}`),
      ];
    },
    openPullRequests: async ({ name }) => {
      await Promise.resolve();
      refuse(name);
      return [{ number: 1, headSha: "a".repeat(40), updatedAt: now }];
    },
  };
  const ports = {
    app,
    isAllowed: () => true,
    clock: { now: () => now },
    attempt: { signal: new AbortController().signal },
    values: {
      get: (key: string) => Promise.resolve(values.get(key)),
      set: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
    },
    queue: {
      enqueue: (job: JobRequest) => {
        if (job.kind === "review") reviewed.push(job.repository.name);
        return Promise.resolve(true);
      },
    },
  };
  return { ports: ports as unknown as RecoverPorts, redelivered, reviewed, values };
}

const job = { kind: "recover", reconcile: true, deliveryId: "recover:1" } as const;

test("R4: a delivery that GitHub does not send again holds up no other, and is counted as asked for", async () => {
  const refusal = Object.assign(new Error("Not Found"), { status: 404 });
  const { ports, redelivered, reviewed, values } = world({ 1: refusal });
  await expect(recover(ports, job)).rejects.toThrow("Not Found");
  expect(redelivered).toEqual([2, 3]);
  expect(reviewed).toHaveLength(6);
  expect(recoveryState.read(values.get("recovery"))).toMatchObject({
    redeliveries: { g1: { count: 1 }, g2: { count: 1 } },
  });
});

test("R4: where GitHub does not answer, the delivery is asked for next time, as if it had not been", async () => {
  const { ports, redelivered, values } = world({ 2: new Error("no answer from GitHub") });
  await expect(recover(ports, job)).rejects.toThrow("no answer");
  expect(redelivered).toEqual([1, 3]);
  const kept = recoveryState.read(values.get("recovery"));
  expect(kept?.redeliveries).toMatchObject({ g1: { count: 1 }, g2: { count: 0 }, g3: { count: 1 } });
  expect(kept?.seen).toBeLessThanOrEqual(delivery(2).at.getTime());
});

test("R4, R36: a repository or an installation that cannot be read holds up no other; what went wrong is thrown in the end", async () => {
  const { ports, reviewed } = world({ a1: new Error("gone"), "installation 2": new Error("suspended") });
  await expect(recover(ports, job)).rejects.toThrow("gone");
  expect(reviewed).toEqual(["b1", "a3", "b3"]);
});

test("R17, R36: an installation at its limit is waited for once the others are done", async () => {
  const limited = new RetryLater("GitHub limits requests", new Date(now.getTime() + 60_000));
  const { ports, reviewed } = world({ a1: new Error("gone"), "installation 2": limited });
  await expect(recover(ports, job)).rejects.toBe(limited);
  expect(reviewed).toEqual(["b1", "a3", "b3"]);
});

test("what is stopped goes on with nothing", async () => {
  const { ports, redelivered, reviewed } = world({});
  const stopped = {
    ...ports,
    attempt: { ...ports.attempt, signal: AbortSignal.abort(new Error("stopped")) },
  };
  await expect(recover(stopped, job)).rejects.toThrow("stopped");
  expect([redelivered, reviewed]).toEqual([[], []]);
});
