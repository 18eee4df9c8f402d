import { holdsCases, linkedPaths } from "../../../src/core/entries/linked-data.ts";

test.each([
  ["See [vectors](vectors.json).", ["spec/vectors.json"]],
  ["See [a](./data/a.csv) and [b](../b.yaml#x).", ["spec/data/a.csv", "b.yaml"]],
  ["[out](../../secret.json)", []],
  ["[site](https://example.com/a.json) [root](/etc/a.json) [page](other.md)", []],
])("%s links to data files of the spec alone", (text, paths) => {
  expect(linkedPaths({ file: "spec/tokens.md", text })).toEqual(paths);
});

test.each([
  ["a schema", "As in [it](a.json).", { path: "a.json", text: '{"type":"object"}' }, false],
  ["a list of things alike", "As in [it](a.json).", { path: "a.json", text: '[{"in":1},{"in":2}]' }, true],
  ["rows of as many cells", "As in [it](a.csv).", { path: "a.csv", text: "in,out\n1,2\n3,4\n" }, true],
  ["a text with commas", "As in [it](a.csv).", { path: "a.csv", text: "one, two\nthree\n4, 5, 6\n" }, false],
  [
    "lists by name",
    "As in [it](a.json).",
    { path: "a.json", text: '{"good":["a","b"],"bad":["c","d"]}' },
    true,
  ],
  ["settings", "As in [it](a.json).", { path: "a.json", text: '{"on":true,"names":["a","b"]}' }, false],
  ["what the text calls cases", "The cases in [it](a.json).", { path: "a.json", text: "{}" }, true],
  ["what its name calls vectors", "See [it](vectors.yml).", { path: "hmac_vectors.yml", text: "a: 1" }, true],
])("%s holds cases: %#", (_, text, file, holds) => {
  expect(holdsCases({ text }, file)).toBe(holds);
});
