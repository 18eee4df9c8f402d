import { dialects } from "../../src/core/entries/dialects/index.ts";
import { readHostileText } from "../support/hostile-grid.ts";
import { hostileDialectTexts, hostileTexts, kilobytes } from "../support/hostile-texts.mjs";

test.each(Object.keys(hostileTexts))("%s: every size up to a megabyte is read to its end", (name) => {
  readHostileText(name, kilobytes);
});

test.each(Object.entries(hostileDialectTexts))("%s: 128 KB are read by every dialect", (_, generate) => {
  const source = { path: "spec.md", text: generate(128_000) };
  const lines = source.text.split("\n").length;
  for (const dialect of dialects)
    for (const { endLine } of dialect.entries(source).entries) expect(endLine).toBeLessThanOrEqual(lines);
});
