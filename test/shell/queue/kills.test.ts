import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startPostgres } from "../../support/postgres-server.ts";
import { temporaryFolder } from "../../support/test-settings.ts";

const worker = fileURLToPath(new URL("../../support/queue-worker.mjs", import.meta.url));
const kills = 60;
const server = await startPostgres();
afterAll(() => {
  server?.stop();
});

interface Log {
  readonly acknowledged: Set<string>;
  readonly done: Map<string, number>;
}

/** Killed `afterMs` milliseconds after it started, or after its `acknowledged`th job was accepted. */
interface Kill {
  readonly afterMs: number;
  readonly acknowledged: number;
}

/** Runs a worker and kills it, or lets it end when `kill` is null. */
async function runWorker(
  type: string,
  place: string,
  prefix: string,
  log: Log,
  kill: Kill | null,
): Promise<void> {
  const child = spawn(process.execPath, [worker, type, place, prefix, kill === null ? "0" : "100000"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let timer: NodeJS.Timeout | undefined;
  const killSoon = (): void => {
    timer ??= setTimeout(() => child.kill("SIGKILL"), kill?.afterMs);
  };
  let accepted = 0;
  let rest = "";
  child.stdout.on("data", (data: Buffer) => {
    const lines = (rest + data.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [what, id = ""] = line.split(" ");
      if (what === "A") {
        log.acknowledged.add(id);
        if (++accepted === kill?.acknowledged) killSoon();
      }
      if (what === "E") log.done.set(id, (log.done.get(id) ?? 0) + 1);
    }
  });
  if (kill?.acknowledged === 0) killSoon();
  await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
}

async function survive(type: string, place: string): Promise<void> {
  const log: Log = { acknowledged: new Set(), done: new Map() };
  // Every sixth dies while it starts; the others under load, at moments spread between and within its jobs.
  for (let i = 0; i < kills; i++) {
    const kill: Kill =
      i % 6 === 0
        ? { afterMs: 60 + i * 5, acknowledged: 0 }
        : { afterMs: (i * 7) % 20, acknowledged: 1 + ((i * 13) % 40) };
    await runWorker(type, place, `k${String(i)}`, log, kill);
  }
  await runWorker(type, place, "last", log, null);
  const lost = [...log.acknowledged].filter((id) => !log.done.has(id));
  const again = [...log.done.values()].filter((times) => times > 1).length;
  process.stdout.write(
    `${type}: ${String(kills)} kills, ${String(log.acknowledged.size)} acknowledged, ${String(lost.length)} lost, ${String(again)} run again\n`,
  );
  expect(log.acknowledged.size).toBeGreaterThan(500);
  expect(lost).toEqual([]);
}

test("R6: 60 kills under load lose no acknowledged job of the embedded store", async () => {
  await survive("sqlite", temporaryFolder());
}, 600_000);

(server === null ? test.skip : test)(
  "R6: 60 kills under load lose no acknowledged job of the PostgreSQL store",
  async () => {
    await survive("postgres", server?.database() ?? "");
  },
  600_000,
);
