import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(`${root}ARCHITECTURE.md`, "utf8");

const folders = ["src", "src/core", "src/shell"].flatMap((parent) =>
  readdirSync(`${root}${parent}`, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => `${parent}/${name}`),
);

test.each(folders)("%s has its line in ARCHITECTURE.md", (folder) => {
  expect(page).toContain(`${folder.slice(folder.lastIndexOf("/") + 1)}/`);
});

test("every file that the rooms name exists", () => {
  const rooms = /```\napp\.yml[\s\S]*?```/.exec(page)?.[0] ?? "";
  const named = [...new Set(rooms.match(/(?<![\w./-])[a-z][a-z-]*\.ts\b/g))];
  const all = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).map((path) =>
    path.split("/").at(-1),
  );
  const tests = readdirSync(`${root}test/support`);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !all.includes(name) && !tests.includes(name))).toEqual([]);
  expect(existsSync(`${root}action.yml`)).toBe(true);
});

describe.each(["A webhook, hop by hop", "A `/generate`, hop by hop"])("%s", (title) => {
  const start = page.indexOf(`## ${title}`);
  const section = page.slice(start, page.indexOf("\n## ", start + 1));
  const hops = [...section.matchAll(/^\| (\S+\.ts) \| (\S+\.ts) \| (.+) \|$/gm)].map((match) =>
    match.slice(1),
  );
  const read = (path: string): string => readFileSync(`${root}src/${path}`, "utf8");

  test("starts where the program does, and is a whole walk", () => {
    expect(start).toBeGreaterThan(0);
    expect(hops.length).toBeGreaterThan(15);
  });

  test.each(hops)("%s knows %s", (from, to, handed) => {
    const file = to.slice(to.lastIndexOf("/") + 1);
    const port = /`(JobQueue|GitHubPort)`/.exec(handed)?.[1];
    read(to);
    if (port === undefined) expect(read(from)).toContain(`/${file}"`);
    else for (const side of [from, to]) expect(read(side)).toMatch(/from "\.\.\/ports\.ts"|job-ports\.ts"/);
  });

  test("no hop starts where none has led", () => {
    const known = new Set(["main.ts", "compose.ts", "app.ts"]);
    for (const [from = "", to = ""] of hops) {
      expect(known).toContain(from);
      known.add(to);
    }
  });
});

test("the order of the core's rooms is the one that dependency-cruiser checks", () => {
  const config = readFileSync(`${root}.dependency-cruiser.cjs`, "utf8");
  const checked = /const order = (\[[^\]]*\]);/.exec(config)?.[1] ?? "[]";
  const told = /Inside core: (.*)\. No cycle/.exec(page)?.[1] ?? "";
  const rooms = told.split(" ← ").map((step) => step.replaceAll("`", "").replaceAll(", ", "|"));
  const order = (JSON.parse(checked.replace(/,\s*\]/, "]")) as string[]).map((step) =>
    step.split("|").sort().join(),
  );
  expect(rooms.map((step) => step.split("|").sort().join())).toEqual(order);
});

test("the limits on a file that the page aims at are below those of the lint", () => {
  const lint = readFileSync(`${root}eslint.config.mjs`, "utf8");
  const [, lines = "", functionLines = ""] = /under (\d+) lines a file and (\d+) a function/.exec(page) ?? [];
  expect(Number(lines)).toBeLessThanOrEqual(Number(/"max-lines".*max: (\d+)/.exec(lint)?.[1]));
  expect(Number(functionLines)).toBeLessThanOrEqual(
    Number(/"max-lines-per-function".*max: (\d+)/.exec(lint)?.[1]),
  );
});

test.each(["CommandRequest", "Dialect", "Criterion", "Command"])("%s is a contract of the code", (name) => {
  const sources = readdirSync(`${root}src/core`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(`${root}src/core/${path}`, "utf8"));
  expect(sources.some((text) => new RegExp(`export (?:interface|type) ${name}\\b`).test(text))).toBe(true);
});
