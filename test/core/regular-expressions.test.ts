import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expectGoldenJson } from "../support/golden.ts";
import { fingerprint, literalsOfSource, timeOf } from "../support/regular-expressions.ts";

/** Fingerprints of expressions found safe before: to find that takes minutes. `npm run test:long` does so again for each. */
const list = fileURLToPath(new URL("golden/linear-expressions.json", import.meta.url));
const isUpdate = process.env["GOLDEN"] === "update";
const known = new Set(JSON.parse(readFileSync(list, "utf8")) as string[]);
const literals = literalsOfSource();
const unknown = literals.filter((one) => !known.has(fingerprint(one)));

test("there are expressions to check, most of them known", () => {
  expect(literals.length).toBeGreaterThan(100);
  if (!isUpdate) expect(unknown.length).toBeLessThan(literals.length / 4);
});

const safe: string[] = [];
for (const one of unknown)
  test(`${one.file}: /${one.pattern}/${one.flags} takes linear time`, () => {
    expect(timeOf(one)).toBe("safe");
    safe.push(fingerprint(one));
  });

if (isUpdate)
  afterAll(() => {
    const kept = literals.map(fingerprint).filter((one) => known.has(one));
    expectGoldenJson([...new Set([...kept, ...safe])].toSorted(), list);
  });
