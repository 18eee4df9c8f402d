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
