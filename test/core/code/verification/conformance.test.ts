import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkConformance } from "../../../../src/core/code/verification/conformance.ts";
import { parseSyntax } from "../../../../src/shell/syntax/parse-syntax.ts";
import { expectGolden } from "../../../support/golden.ts";
import { readGiven } from "./read-given.ts";

const targets = join(import.meta.dirname, "targets");
const names = readdirSync(targets).sort();

/** Small targets that only look right, one trick each, and some that are right. What is said of each is read as a user would. */
test.each(names)("%s", async (name) => {
  const { findings } = checkConformance(await readGiven(join(targets, name, "given")));
  const said = findings.map(
    ({ rule, file, line, message }) => `${rule}  ${file}:${String(line)}  ${message}\n`,
  );
  expect(findings.length > 0).toBe(name.startsWith("cheat-"));
  expectGolden(said.join(""), join(targets, name, "expect/findings.txt"));
});

test("one test that claims everything is named", async () => {
  const facts = await readGiven(join(targets, "cheat-tag-stuffing/given"));
  const [first] = facts.entries;
  const many = Array.from({ length: 6 }, (_, i) => ({ id: `TR1${String(i)}`, text: first?.text ?? "" }));
  const cited = new Map(
    many.map(({ id }) => [id, { source: [], tests: [{ file: "test/tracker.test.js", line: 5 }] }]),
  );
  const { findings } = checkConformance({ ...facts, entries: many, cited });
  expect(findings.filter(({ rule }) => rule === "tag-stuffing")).toHaveLength(1);
});

test("an interface of the design that is nowhere is named", async () => {
  const facts = await readGiven(join(targets, "honest-java-states/given"));
  const { findings } = checkConformance({ ...facts, interfaces: ["Order", "OrderBook"] });
  expect(findings.map(({ message }) => message)).toEqual([
    "The design declares OrderBook; no source file of the target holds it.",
  ]);
});

test("an entry that does not apply is not missed", async () => {
  const facts = await readGiven(join(targets, "cheat-off-by-one/given"));
  const entries = facts.entries.map((entry) => ({ ...entry, exempt: "notes are cut by the server" }));
  const report = checkConformance({ ...facts, entries });
  expect(report.findings).toEqual([]);
  expect(report.entries.map(({ exempt }) => exempt)).toEqual(["notes are cut by the server"]);
});

test("a helper of the file's own is no skip, whatever it is called", async () => {
  const facts = await readGiven(join(targets, "honest-js-bare-headings/given"));
  const text = (path: string): string => facts.files.find((file) => file.path === path)?.text ?? "";
  const renamed = text("test/client.test.js").replaceAll("recording", "pending");
  const files = facts.files.map((file) =>
    file.path === "test/client.test.js" ? { ...file, text: renamed } : file,
  );
  expect(renamed).toContain("= pending()");
  expect(
    checkConformance({
      ...facts,
      files,
      parsed: await parseSyntax(files.filter(({ path }) => path.endsWith(".js"))),
    }).findings,
  ).toEqual([]);
});
