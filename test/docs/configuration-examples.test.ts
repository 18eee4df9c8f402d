import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { parseRepoConfig } from "../../src/core/repo-config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schema = JSON.parse(readFileSync(`${root}schema/twopath.schema.json`, "utf8")) as object;
const valid = new Ajv2020({ strict: false }).compile(schema);

/** Every `yaml` block of our own configuration: no workflow, compose file or pre-commit file. */
const examples = ["README.md", ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)]
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) =>
    [...readFileSync(root + path, "utf8").matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((block) => ({
      path,
      text: block[1] ?? "",
    })),
  )
  .filter(({ text }) => !/^(?:on|jobs|services|repos):/m.test(text));

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples)("$path: the example is a valid configuration", ({ text }) => {
  expect(valid(parse(text)) ? [] : valid.errors).toEqual([]);
  expect(parseRepoConfig(text)).not.toBeInstanceOf(Array);
});
