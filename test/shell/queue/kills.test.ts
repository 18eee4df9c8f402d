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

interface Kill {
  readonly afterMs: number;
  readonly from: "start" | "ready";
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
  let rest = "";
  child.stdout.on("data", (data: Buffer) => {
    const lines = (rest + data.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [what, id = ""] = line.split(" ");
      if (what === "ready" && kill?.from === "ready")
        timer = setTimeout(() => child.kill("SIGKILL"), kill.afterMs);
      if (what === "A") log.acknowledged.add(id);
      if (what === "E") log.done.set(id, (log.done.get(id) ?? 0) + 1);
    }
  });
  if (kill?.from === "start") timer = setTimeout(() => child.kill("SIGKILL"), kill.afterMs);
  await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
}

async function survive(type: string, place: string): Promise<void> {
  const log: Log = { acknowledged: new Set(), done: new Map() };
  // Every sixth dies while it starts; the others at moments spread over the first half second of load.
  for (let i = 0; i < kills; i++) {
    const kill: Kill =
      i % 6 === 0
        ? { afterMs: 60 + i * 5, from: "start" }
        : { afterMs: 20 + ((i * 7) % kills) * 8, from: "ready" };
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
}, 180_000);

(server === null ? test.skip : test)(
  "R6: 60 kills under load lose no acknowledged job of the PostgreSQL store",
  async () => {
    await survive("postgres", server?.database() ?? "");
  },
  180_000,
);
