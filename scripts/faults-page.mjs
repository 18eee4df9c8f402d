import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faults } from "./faults.mjs";

/** Where the specs of tests use such names for entries. */
const elsewhere = /^(?:core\/entries|corpus)/;

/** Names of tests that carry a row's number, with their files. */
export function faultTests(root) {
  const found = new Map(faults.map(({ id }) => [id, []]));
  const folder = join(root, "test");
  const files = readdirSync(folder, { recursive: true }).filter(
    (file) => file.endsWith(".ts") && !elsewhere.test(file),
  );
  for (const file of files.sort()) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const [, quote, numbers, rest] = /(["`])(R\d+(?:, [RS]\d+)*): (.*)/.exec(line) ?? [];
      if (numbers === undefined || line.includes("process.stdout")) continue;
      const end = rest.indexOf(quote);
      const name = `${numbers}: ${rest.slice(0, end < 0 ? undefined : end)}`;
      for (const id of numbers.split(", ")) found.get(id)?.push({ file: `test/${file}`, name });
    }
  }
  return found;
}

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The page, and the rows that no test carries. */
export function faultsPage(root, note) {
  const tests = faultTests(root);
  const rows = faults.map(({ id, fault, behaviour, simulated }) => {
    const names = (tests.get(id) ?? []).map(({ file, name }) => `${cell(name)} (\`${file}\`)`);
    return `| ${id} | ${fault} | ${behaviour} | ${names.join("<br>")} | ${simulated ?? "no"} |`;
  });
  const text = [
    note,
    "# Faults",
    "What can go wrong around the server, what it does then, and the test that shows it. Where the last column is not “no”, the test plays the fault instead of meeting it: it says with what.",
    ["| | Fault | Behaviour | Test | Simulated |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
    "`npm run test:long` prints the whole kill matrix of R6: a review and a `/generate` into two targets, killed before and after every call to GitHub and the model, on both stores.",
  ].join("\n\n");
  return { text, missing: faults.map(({ id }) => id).filter((id) => tests.get(id)?.length === 0) };
}
