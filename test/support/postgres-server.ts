import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = ["18", "17", "16", "15", "14"]
  .map((v) => `/usr/lib/postgresql/${v}/bin`)
  .find((path) => existsSync(path));

/** A URL holds it in another form. */
const password = "the password/of:the store@0123456789";

interface PostgresServer {
  /** URL of a new, empty database. */
  database(): string;
  /** Down for a moment: every connection breaks. */
  restart(): void;
  stop(): void;
}

/** Starts the real server from Debian's packages on a free port, or null (and one loud line) when it is not installed. */
export async function startPostgres(): Promise<PostgresServer | null> {
  if (bin === undefined) {
    process.stderr.write(
      "\n*** NOT TESTED: PostgreSQL is not installed (apt-get install postgresql) ***\n\n",
    );
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "twopath-pg-"));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const data = join(folder, "data");
  writeFileSync(join(folder, "password"), password, { mode: 0o644 });
  const asking = ["-A", "scram-sha-256", "--pwfile", join(folder, "password")];
  run("initdb", ["-D", data, "-U", "test", ...asking, "--no-sync"]);
  run("pg_ctl", [
    "-D",
    data,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-p ${String(port)} -k ${folder} -h 127.0.0.1`,
    "start",
  ]);
  let count = 0;
  return {
    database: () => {
      const name = `t${String(++count)}`;
      run("createdb", ["-h", "127.0.0.1", "-p", String(port), "-U", "test", name]);
      return `postgres://test:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${name}`;
    },
    restart: () => {
      run("pg_ctl", ["-D", data, "-w", "-m", "fast", "-l", join(folder, "log"), "restart"]);
    },
    stop: () => {
      run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function run(program: string, parameters: readonly string[]): void {
  const command = join(bin ?? "", program);
  const asRoot = process.getuid?.() === 0;
  const [file, all] = asRoot
    ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", command, ...parameters]]
    : [command, parameters];
  execFileSync(file, [...all], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
    env: { ...process.env, PGPASSWORD: password },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
