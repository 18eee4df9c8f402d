import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { repetitions } from "./support/repetitions.ts";
import { temporaryFolder, testEnvironment } from "./support/test-settings.ts";
import { spawnWatched } from "./support/watched-program.ts";

/*
 * No container engine is needed for these: the Dockerfile's steps are taken one by one in a folder, without its base image
 * and its system calls' limits, and with the packages that are installed here instead of `npm ci` and `npm prune`.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8").replace(/\\\n/g, " ");
const allowed = readFileSync(join(root, ".dockerignore"), "utf8")
  .split("\n")
  .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));

interface Step {
  readonly verb: string;
  readonly text: string;
}

/** The instructions of each stage, the last one being the image. */
const [build = [], image = []] = dockerfile
  .split(/^FROM /m)
  .slice(1)
  .map((stage) =>
    stage
      .split("\n")
      .slice(1)
      .flatMap((line): Step[] => {
        const [, verb, text] = /^([A-Z]+) +(.*)$/.exec(line.trim()) ?? [];
        return verb === undefined || text === undefined ? [] : [{ verb, text }];
      }),
  );

const folder = mkdtempSync(join(tmpdir(), "container-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Copies as `COPY` does; `context` is what `--from` or the build's context stands for. */
function copy(step: Step, into: string, context: string): void {
  const words = step.text.split(/\s+/).filter((word) => !word.startsWith("--"));
  const target = words.at(-1) ?? "";
  for (const source of words.slice(0, -1)) {
    const from = join(context, source.replace(/^\/app\//, ""));
    expect([source, existsSync(from)]).toEqual([source, true]);
    if (source.endsWith("node_modules")) symlinkSync(from, join(into, target));
    else
      cpSync(from, target.endsWith("/") ? join(into, target, source) : join(into, target), {
        recursive: true,
      });
  }
}

test("what the Dockerfile copies exists, passes .dockerignore, builds, and is all that the server needs", async () => {
  const [workshop, app] = [join(folder, "build"), join(folder, "app")];
  for (const each of [workshop, app]) mkdirSync(each);
  for (const step of build.filter(({ verb }) => verb === "COPY")) {
    const sources = step.text.split(/\s+/).slice(0, -1);
    expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
    copy(step, workshop, root);
  }
  symlinkSync(join(root, "node_modules"), join(workshop, "node_modules"));
  expect(build.map(({ verb, text }) => `${verb} ${text}`)).toContain("RUN npm ci --ignore-scripts");
  // `npm test` has built the same sources a minute ago.
  if (repetitions(0, 1) === 0) cpSync(join(root, "dist"), join(workshop, "dist"), { recursive: true });
  else execFileSync("npm", ["run", "build"], { cwd: workshop, stdio: "ignore" });
  for (const step of image.filter(({ verb }) => verb === "COPY"))
    copy(step, app, step.text.startsWith("--from=build") ? workshop : root);
  await expectServing(app);
}, 180_000);

/** Runs `CMD` with the image's `ENV`, asks as `HEALTHCHECK` does, and ends it as the engine does. */
async function expectServing(app: string): Promise<void> {
  const words = (verb: string): string => image.find((step) => step.verb === verb)?.text ?? "";
  const set = Object.fromEntries(
    words("ENV")
      .split(/\s+/)
      .map((pair) => pair.split("=") as [string, string]),
  );
  expect(set).toMatchObject({ NODE_ENV: "production", HOST: "0.0.0.0", TWOPATH_DATA_DIR: "/data" });
  const own = { ...testEnvironment, TWOPATH_DATA_DIR: temporaryFolder(), PATH: process.env["PATH"] };
  const [, ...parameters] = JSON.parse(words("CMD")) as string[];
  const server = spawnWatched(process.execPath, parameters, { folder: app, variables: { ...set, ...own } });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const port = await new Promise<string>((resolve, reject) => {
    let logged = "";
    const read = (data: Buffer): void => {
      const found = /"url":"http:\/\/[^"]*:(\d+)"/.exec((logged += data.toString()))?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    void ended.then(() => {
      reject(new Error(logged));
    });
  });
  const [program, ...check] = JSON.parse(/CMD (\[.*\])/.exec(words("HEALTHCHECK"))?.[1] ?? "[]") as string[];
  expect(program).toBe("node");
  execFileSync(process.execPath, check, { env: { PORT: port } });
  server.kill(words("STOPSIGNAL") as NodeJS.Signals);
  expect(await ended).toBe(0);
}

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly volumes?: readonly string[];
  readonly command?: string;
  readonly stop_grace_period?: string;
}

const compose = parse(readFileSync(join(root, "compose.yaml"), "utf8")) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};

test.each(Object.entries(compose.services))(
  "compose.yaml: every name in %s leads somewhere",
  (_, service) => {
    const { image: from, build: own, depends_on: needs = [], volumes: used = [] } = service;
    expect([from, own].filter((one) => one !== undefined)).toHaveLength(1);
    const needed = Array.isArray(needs) ? (needs as string[]) : Object.keys(needs);
    expect(needed.filter((name) => !(name in compose.services))).toEqual([]);
    expect(used.filter((volume) => !((volume.split(":")[0] ?? "") in compose.volumes))).toEqual([]);
  },
);

test("compose.yaml: two replicas wait for one PostgreSQL and have time to stop; the proxy finds them", () => {
  const { twopath = {}, proxy = {}, postgres = {} } = compose.services;
  expect(twopath.deploy?.replicas).toBe(2);
  // SIGTERM takes up to 25 s.
  expect(Number.parseInt(String(twopath.stop_grace_period), 10)).toBeGreaterThan(25);
  expect(twopath.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  expect(proxy.command).toContain(`twopath:${String(twopath.environment?.["PORT"])}`);
  const { pathname, hostname, username } = new URL(
    String(twopath.environment?.["DATABASE_URL"]).replace(/\$\{[^}]*\}/, "x"),
  );
  const { POSTGRES_USER: user, POSTGRES_DB: database } = postgres.environment ?? {};
  expect([hostname, username, pathname]).toEqual(["postgres", user, `/${String(database)}`]);
});
