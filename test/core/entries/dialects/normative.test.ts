import { standingOf } from "../../../../src/core/entries/standing.ts";
import { normativeStrength, statesRule } from "../../../../src/core/entries/dialects/normative.ts";
import { prose } from "../../../../src/core/entries/dialects/prose.ts";
import { scanSource } from "../../../../src/core/markdown/scan/scan-source.ts";

it.each([
  ["A client MUST wait.", true],
  ["A client SHOULD wait.", true],
  ["A client MAY wait.", true],
  ["A name is REQUIRED.", true],
  ["A name is OPTIONAL.", true],
  ["A name is RECOMMENDED.", true],
  ["A client must wait.", true],
  ["It Shall wait.", true],
  ["A client should wait.", false],
  ["A client may wait.", false],
  ["The muster of MAYORS.", false],
  ["Der Server MUSS warten.", true],
  ["Le client doit attendre.", true],
  ["Debe esperar.", true],
  ["Сервер должен ждать.", true],
  ["A page of [DoIT](https://example.org/DoIT/a): a musical.", false],
])("%j states a rule: %s", (text, states) => {
  expect(statesRule(text)).toBe(states);
});

it("strength is counted by lines of prose, outside code and tables", () => {
  const text = [
    "# It MUST be a title",
    "It MUST be.",
    "It shall be.",
    "It may be, as in RFC 2119.",
    "It is.",
    "<p>It SHOULD be.",
    "",
    "```",
    "It MUST be code.",
    "```",
    "",
    "| It MUST be | b |",
    "|---|---|",
  ];
  expect(normativeStrength(scanSource({ path: "a.md", text: text.join("\n") }))).toEqual({
    lines: 5,
    capitals: 2,
    strict: 2,
    words: 4,
    steps: 0,
    rules: 4,
    boilerplate: true,
  });
});

describe("how sure it is that prose without IDs is a spec", () => {
  const confidence = (path: string, ...text: string[]): number =>
    prose.recognises({ path, text: text.join("\n\n") }, standingOf(path));
  const rules = (count: number): string[] => Array.from({ length: count }, (_, i) => `Rule ${i} MUST hold.`);
  const talk = (count: number): string[] => Array.from({ length: count }, (_, i) => `Word ${i} of an essay.`);

  it.each<[string, string, string[], number]>([
    ["three rules in capitals", "docs/wire.md", rules(3), 0.6],
    ["two", "docs/wire.md", rules(2), 0.05],
    ["two, under RFC 2119", "docs/wire.md", [...rules(2), "As RFC 2119 says."], 0.65],
    ["two, under BCP 14", "docs/wire.md", [...rules(2), "As BCP 14 says."], 0.65],
    ["one, under RFC 2119", "docs/wire.md", [...rules(1), "As RFC 2119 says."], 0.05],
    ["three among a hundred and more", "docs/wire.md", [...rules(3), ...talk(120)], 0.05],
    ["three among a hundred, named a spec", "docs/wire-spec.md", [...rules(3), ...talk(120)], 0.6],
    ["three among a hundred, in a folder of protocols", "protocols/a.md", [...rules(3), ...talk(120)], 0.6],
    [
      "three among a hundred, titled a protocol",
      "docs/wire.md",
      ["# The Wire Protocol", ...rules(3), ...talk(120)],
      0.6,
    ],
    ["three among a hundred, inspected", "docs/inspect.md", [...rules(3), ...talk(120)], 0.05],
    [
      "eight in small letters",
      "docs/wire.md",
      Array.from({ length: 8 }, (_, i) => `Rule ${i} must hold.`),
      0.5,
    ],
    [
      "two in small letters",
      "docs/wire.md",
      Array.from({ length: 2 }, (_, i) => `Rule ${i} must hold.`),
      0.05,
    ],
    ["a companion", "docs/README.md", rules(9), 0],
  ])("%s", (_, path, text, sure) => {
    expect(confidence(path, ...text)).toBe(sure);
  });
});
