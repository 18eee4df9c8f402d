import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(`${root}docs/security.md`, "utf8");
const rows = text
  .slice(text.indexOf("## Threats"), text.indexOf("## Webhooks"))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:---|Attack)/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

/** Paths in code marks; what is no path of this repository, such as a word of code, has no slash. */
function pathsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map(([, path = ""]) => path);
}

const exists = (path: string): boolean =>
  ["", "src/", "test/"].some((folder) =>
    ["", ".ts", ".test.ts"].some((ending) => existsSync(`${root}${folder}${path}${ending}`)),
  );

test("each threat names an attack, a test and a gate that are there", () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const [attack = "", tests = "", gate = ""] of rows) {
    expect([attack, pathsIn(tests).length > 0, gate.trim() !== ""]).toEqual([attack, true, true]);
    for (const path of [...pathsIn(tests), ...pathsIn(gate)])
      expect([attack, path, exists(path)]).toEqual([attack, path, true]);
  }
});

test("the tables of variants that it names are there", () => {
  const named = /Variants that were tried[^]*?## Webhooks/.exec(text)?.[0] ?? "";
  expect(pathsIn(named).length).toBeGreaterThan(5);
  for (const path of pathsIn(named).filter((one) => one !== "/healthz"))
    expect([path, exists(path)]).toEqual([path, true]);
});
