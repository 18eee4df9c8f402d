import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { deliver, sign } from "../../support/deliver.ts";
import { temporaryFolder, testEnvironment } from "../../support/test-settings.ts";
import { spawnWatched } from "../../support/watched-program.ts";

const main = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));
let child: ChildProcess;
let url = "";

/** A process of its own, so that its memory is its own. */
beforeAll(async () => {
  child = spawnWatched(process.execPath, [main], {
    variables: { ...testEnvironment, TWOPATH_DATA_DIR: temporaryFolder() },
  });
  url = await new Promise((resolve) => {
    child.stdout?.on("data", (data: Buffer) => {
      const found = /"url":"([^"]+)"/.exec(data.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  for (let i = 0; i < 50; i++) await ping(`warm-${String(i)}`);
});
afterAll(() => {
  child.kill("SIGKILL");
});

const ping = (id: string) => deliver(url, "ping", id, { zen: "Keep it logically awesome." });

function residentMb(): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
  return Number(/VmRSS:\s+([0-9]+)/.exec(status)?.[1]) / 1024;
}

interface Sending {
  /** Bytes in all; written in chunks of `chunk`, one each `everyMs`. */
  readonly total: number;
  readonly chunk: number;
  readonly everyMs: number;
  readonly declareLength: boolean;
}

/** Sends until answered or cut off; gives the status, 0 when the connection was just closed. */
function send({ total, chunk, everyMs, declareLength }: Sending): Promise<number> {
  return new Promise((resolve) => {
    let over = false;
    let sent = 0;
    const end = (status: number) => {
      if (over) return;
      over = true;
      outgoing.destroy();
      resolve(status);
    };
    const outgoing = request(`${url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-event": "ping",
        "x-github-delivery": "big",
        "x-hub-signature-256": sign("other"),
        ...(declareLength ? { "content-length": String(total) } : {}),
      },
    });
    outgoing.on("response", (response) => {
      end(response.statusCode ?? 0);
    });
    outgoing.on("error", () => {
      end(0);
    });
    const bytes = Buffer.alloc(chunk, " ");
    const push = () => {
      if (over) return;
      if (sent >= total) {
        outgoing.end();
        return;
      }
      sent += chunk;
      const ready = outgoing.write(bytes);
      if (everyMs > 0) setTimeout(push, everyMs);
      else if (ready) setImmediate(push);
      else outgoing.once("drain", push);
    };
    push();
  });
}

const mb = 1024 * 1024;
test.each([
  ["26 MB declared", { total: 26 * mb, chunk: 65_536, everyMs: 0, declareLength: true }, 413],
  ["200 MB chunked", { total: 200 * mb, chunk: 65_536, everyMs: 0, declareLength: false }, 413],
  ["one byte a second", { total: 1000, chunk: 1, everyMs: 1000, declareLength: true }, 408],
])(
  "S3: a body of %s is refused before it has come, memory stays flat, a valid ping is answered",
  async (name, how, status) => {
    const before = residentMb();
    const started = performance.now();
    const sending = send(how);
    expect(await ping("meanwhile")).toBe(202);
    const answered = await sending;
    const seconds = (performance.now() - started) / 1000;
    const grown = residentMb() - before;
    process.stdout.write(
      `${name}: ${String(answered)} after ${seconds.toFixed(1)} s, memory ${grown.toFixed(0)} MB\n`,
    );
    expect(answered).toBe(status);
    expect(grown).toBeLessThan(50);
    expect(await ping("after")).toBe(202);
  },
);

/** The status line that a client gets which listens only once everything is sent, as many do; "" when it was cut off. */
function answerAfterSendingAll(bytes: number): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname).pause();
    socket.on("error", () => {
      resolve("");
    });
    socket.on("data", (data: Buffer) => {
      resolve(data.toString().split("\r\n", 1)[0] ?? "");
      socket.destroy();
    });
    socket.write(
      [
        "POST /api/github/webhooks HTTP/1.1",
        `host: ${hostname}`,
        "content-type: application/json",
        "x-github-event: ping",
        "x-github-delivery: late",
        `x-hub-signature-256: ${sign("other")}`,
        `content-length: ${String(bytes)}`,
        "\r\n",
      ].join("\r\n"),
    );
    socket.write(Buffer.alloc(bytes, " "), () => socket.resume());
  });
}

test("a sender that listens only when all is sent is told why it was refused", async () => {
  expect(await answerAfterSendingAll(26 * mb)).toBe("HTTP/1.1 413 Payload Too Large");
});

test("M4: a hundred bodies of 24 MB that nobody signed take the memory of a few, and the health page goes on", async () => {
  const before = residentMb();
  let most = before;
  let slowest = 0;
  const flood = { over: false };
  const watching = (async () => {
    while (!flood.over) {
      const asked = performance.now();
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - asked);
      most = Math.max(most, residentMb());
    }
  })();
  const how = { total: 24 * mb, chunk: 65_536, everyMs: 0, declareLength: true };
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(how)));
  flood.over = true;
  await watching;
  process.stdout.write(
    `100 bodies of 24 MB: memory ${(most - before).toFixed(0)} MB, /healthz ${slowest.toFixed(0)} ms at most\n`,
  );
  expect(answers.filter((status) => ![0, 400, 408, 503].includes(status))).toEqual([]);
  expect(most - before).toBeLessThan(150);
  expect(await ping("after-the-flood")).toBe(202);
}, 120_000);

test("M4: connections on which nothing comes are closed", async () => {
  const { hostname, port } = new URL(url);
  const closed = await Promise.all(
    Array.from(
      { length: 50 },
      () =>
        new Promise<boolean>((resolve) => {
          const socket = connect(Number(port), hostname);
          socket.on("error", () => undefined);
          socket.once("close", () => {
            resolve(true);
          });
          socket.resume();
        }),
    ),
  );
  expect(closed).toHaveLength(50);
}, 60_000);
