import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openStoreAdmin, type StorePlace } from "../../src/shell/queue/store.ts";

const program = fileURLToPath(new URL("./queue-worker.mjs", import.meta.url));

/** The lease of killed workers, in milliseconds: shorter than by default, so that many kills fit into minutes. */
const quickLeaseMs = 2000;

/** When a worker is killed: so many milliseconds after it did `event` for the `count`th time. `spawn` is its first moment. */
interface Kill {
  readonly event: "spawn" | "open" | "ready" | "A" | "S";
  readonly count: number;
  readonly afterMs: number;
}

interface Attempt {
  readonly id: string;
  readonly worker: string;
  readonly from: number;
  to: number;
  /** Its worker died. */
  cutShort: boolean;
}

/** What all workers of one store said, put together. */
export class WorkLog {
  readonly acknowledged = new Map<string, number>();
  /** Per job, when each of its effects was had. */
  readonly effects = new Map<string, number[]>();
  /** Per job, when its effect was first known to be written down. */
  readonly written = new Map<string, number>();
  readonly attempts: Attempt[] = [];
  readonly #away: { readonly from: number; readonly to: number }[] = [];
  readonly #underWay = new Map<string, Attempt>();

  take(worker: string, what: string, id: string, at: number): void {
    if (what === "A") this.acknowledged.set(id, at);
    if (what === "E") this.effects.set(id, [...(this.effects.get(id) ?? []), at]);
    if (what === "S" && !this.written.has(id)) this.written.set(id, at);
    if (what === "B") this.#begin({ id, worker, from: at, to: Infinity, cutShort: false });
    if (what === "F") this.#end(`${worker} ${id}`, at);
  }

  #begin(attempt: Attempt): void {
    this.attempts.push(attempt);
    this.#underWay.set(`${attempt.worker} ${attempt.id}`, attempt);
  }

  #end(key: string, at: number): void {
    const attempt = this.#underWay.get(key);
    if (attempt !== undefined) attempt.to = at;
    this.#underWay.delete(key);
  }

  died(worker: string, at: number): void {
    for (const [key, attempt] of this.#underWay) {
      if (attempt.worker !== worker) continue;
      attempt.cutShort = true;
      this.#end(key, at);
    }
  }

  /** Runs what takes the store away from all workers meanwhile. */
  withoutStore(run: () => void): void {
    const from = now();
    run();
    this.#away.push({ from, to: now() });
  }

  /** Milliseconds in all that the store was away. */
  get awayMs(): number {
    return this.#awayWithin(-Infinity, Infinity);
  }

  #awayWithin(from: number, to: number): number {
    return this.#away.reduce(
      (sum, away) => sum + Math.max(0, Math.min(to, away.to) - Math.max(from, away.from)),
      0,
    );
  }

  /** Milliseconds, without those the store was away, from the death of a worker until each job it was at went on. */
  get pauses(): readonly number[] {
    const cut = this.attempts.filter(({ cutShort }) => cutShort);
    return cut.flatMap(({ id, to }) => {
      const next = this.attempts.filter((attempt) => attempt.id === id && attempt.from >= to);
      if (next.length === 0) return [];
      const at = Math.min(...next.map(({ from }) => from));
      return [at - to - this.#awayWithin(to, at)];
    });
  }

  get lost(): readonly string[] {
    return [...this.acknowledged.keys()].filter((id) => !this.written.has(id));
  }

  /** Effects had again although they had been written down. */
  get doneTwice(): readonly string[] {
    return [...this.effects].flatMap(([id, times]) =>
      times.some((at) => at > (this.written.get(id) ?? Infinity)) ? [id] : [],
    );
  }

  /** Pairs of jobs of one group that ran at the same time. */
  get overlaps(): readonly string[] {
    const found: string[] = [];
    const last = new Map<string, Attempt>();
    for (const attempt of this.attempts.toSorted((a, b) => a.from - b.from)) {
      const group = String(Number(attempt.id.split("-").at(-1)) % 7);
      const before = last.get(group);
      if (before !== undefined && before.to > attempt.from) found.push(`${before.id} ${attempt.id}`);
      if (before === undefined || before.to < attempt.to) last.set(group, attempt);
    }
    return found;
  }
}

interface WorkerPlan {
  readonly place: StorePlace;
  readonly prefix: string;
  readonly jobs: number;
  readonly everyMs?: number;
  readonly jobMs?: number;
  readonly leaseMs?: number;
}

/** A worker in a process of its own, which can be killed. */
export interface Worker {
  readonly process: ChildProcess;
  readonly gone: Promise<void>;
  /** Resolves when it did that for the `count`th time, or is gone. */
  after(event: string, count?: number): Promise<void>;
}

const now = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

export function startWorker(
  { everyMs = 4, jobMs = 15, leaseMs = quickLeaseMs, ...plan }: WorkerPlan,
  log: WorkLog,
): Worker {
  const options = { leaseMs };
  const argument = JSON.stringify({ ...plan, everyMs, jobMs, options });
  const child = spawn(process.execPath, [program, argument], { stdio: ["ignore", "pipe", "inherit"] });
  const counts = new Map<string, number>();
  const waiting = new Set<() => void>();
  let rest = "";
  child.stdout.on("data", (data: Buffer) => {
    const lines = (rest + data.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [what = "", id = "", at = ""] = line.split(" ");
      log.take(plan.prefix, what, id, Number(at));
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    for (const look of waiting) look();
  });
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.once("close", () => {
      isGone = true;
      log.died(plan.prefix, now());
      resolve();
      for (const look of waiting) look();
    });
  });
  const after = (event: string, count = 1): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isGone && (counts.get(event) ?? 0) < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { process: child, gone, after };
}

/** Starts a worker, kills it at that moment, and waits until it is gone. */
export async function killedWorker(plan: WorkerPlan, kill: Kill, log: WorkLog): Promise<void> {
  const worker = startWorker(plan, log);
  // Others may do its jobs: then it is killed when it has accepted all.
  if (kill.event !== "spawn")
    await Promise.race([worker.after(kill.event, kill.count), worker.after("A", plan.jobs)]);
  const timer = setTimeout(() => worker.process.kill("SIGKILL"), kill.afterMs);
  await worker.gone;
  clearTimeout(timer);
}

/**
 * The `index`th kill of a run. Four of ten in start-up: 0–200 ms after the process began, while it opens the store, around
 * its first heartbeat and the taking back that follows it. The others under load, between and within its jobs.
 */
function killAt(index: number): Kill {
  const turn = Math.floor(index / 10);
  switch (index % 10) {
    case 0:
      return { event: "spawn", count: 1, afterMs: (turn * 17) % 200 };
    case 1:
      return { event: "open", count: 1, afterMs: (turn * 7) % 120 };
    case 2:
    case 3:
      return { event: "ready", count: 1, afterMs: (turn * 3 + (index % 10)) % 60 };
    case 4:
    case 5:
      return { event: "S", count: 1 + ((index * 13) % 30), afterMs: (index * 7) % 20 };
    default:
      return { event: "A", count: 1 + ((index * 13) % 40), afterMs: (index * 7) % 20 };
  }
}

/** What became of a store's jobs, as one line. */
interface KillResult {
  readonly line: string;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doneTwice: readonly string[];
  readonly overlaps: readonly string[];
  /** Jobs left when, beside a process that lives, none had ended for three leases: nothing takes them any more. */
  readonly stuck: number;
}

/**
 * Kills worker after worker on one store. On PostgreSQL one that lives works beside them, so that locks left behind by the
 * dead would show; on the embedded store one starts after every tenth kill. Then all that waits is done before the kills go
 * on.
 */
export async function surviveKills(place: StorePlace, kills: number): Promise<KillResult> {
  const log = new WorkLog();
  const plan = { place, jobs: 40 };
  const survivor = () => startWorker({ ...plan, jobs: 0, prefix: "survivor" }, log);
  const beside = place.type === "postgres" ? survivor() : null;
  let [stuck, late] = [0, 0];
  for (let index = 0; index < kills; index++) {
    await killedWorker({ ...plan, prefix: `k${String(index)}` }, killAt(index), log);
    if (index % 10 !== 9 && index !== kills - 1) continue;
    const worker = beside ?? survivor();
    await worker.after("ready");
    const rest = await drained(place, 3 * quickLeaseMs);
    stuck += rest.stuck;
    late += rest.late;
    if (worker === beside) continue;
    worker.process.kill("SIGTERM");
    await worker.gone;
  }
  beside?.process.kill("SIGTERM");
  await beside?.gone;
  const { lost, doneTwice, overlaps } = log;
  const acknowledged = log.acknowledged.size;
  const again = log.attempts.length - log.written.size;
  const line =
    `${place.type}: ${String(kills)} kills, ${String(acknowledged)} acknowledged, ${String(lost.length)} lost, ` +
    `${String(doneTwice.length)} done twice, ${String(overlaps.length)} beside another of their group, ` +
    `${String(late)} waiting three leases after a tenth kill, ${String(stuck)} stuck (${String(again)} attempts cut short)`;
  return { line, acknowledged, lost, doneTwice, overlaps, stuck };
}

interface Rest {
  /** Jobs that had not ended `limitMs` after the call: a busy machine may only be slow. */
  readonly late: number;
  /** Jobs left when none had ended for `limitMs`. */
  readonly stuck: number;
}

/** Waits until all jobs have ended, or none of those left has for `limitMs`. */
export async function drained(place: StorePlace, limitMs: number): Promise<Rest> {
  const admin = await openStoreAdmin(place, () => undefined);
  const began = performance.now();
  let [least, leastAt, late] = [Infinity, began, 0];
  for (;;) {
    const { waiting, running, parked } = await admin.jobs.counts();
    const open = waiting + running + parked;
    const at = performance.now();
    if (open < least) [least, leastAt] = [open, at];
    if (late === 0 && at - began > limitMs) late = open;
    if (open === 0 || at - leastAt > limitMs) {
      await admin.close();
      return { late, stuck: open };
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
