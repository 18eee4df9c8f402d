import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { hostileTexts, kilobytes, rewritten } from "../../support/hostile-texts.mjs";

/** Milliseconds of processor time: another process on the machine makes no text slower. */
function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(Object.entries(hostileTexts))("%s: every size ends in time", (_, textOf) => {
  for (const size of kilobytes) {
    const text = textOf(size * 1024);
    const base = [{ path: "a.md", text }];
    expect(cost(() => parseSpec(base))).toBeLessThan(2_500);
    expect(cost(() => compareSpecs(base, [{ path: "a.md", text: rewritten(text) }]))).toBeLessThan(2_500);
  }
});

test("many entries that name one removed entry are found in linear time", () => {
  const named = Array.from({ length: 20_000 }, (_, i) => `- \`(AB${String(i + 1)})\` must be as \`AB0\``);
  const head = { path: "a.md", text: named.join("\n") };
  const base = { path: "a.md", text: `- \`(AB0)\` The client must wait.\n${head.text}` };
  expect(cost(() => compareSpecs([base], [head]))).toBeLessThan(2_500);
});
