import { dialects } from "../../../../src/core/entries/dialects/index.ts";
import { hostileDialectTexts } from "../../../support/hostile-texts.mjs";

// How time grows with size is measured by `npm run bench -- hostile`; `npm run test:long` reads larger ones.
describe.each(Object.entries(hostileDialectTexts))("%s", (_, generate) => {
  it.each(dialects)("are read by $name to their end", (dialect) => {
    const source = { path: "spec.md", text: generate(16_000) };
    const first = dialect.entries(source);
    expect(dialect.recognises(source)).toEqual(dialect.recognises(source));
    expect(dialect.entries(source)).toEqual(first);
  });
});

it("keeps entries inside the file and finds the same twice", () => {
  for (const generate of Object.values(hostileDialectTexts)) {
    const text = generate(4000);
    for (const dialect of dialects) {
      const { entries } = dialect.entries({ path: "spec.md", text });
      const last = text.split("\n").length;
      for (const { line, endLine } of entries)
        expect(line >= 1 && line <= endLine && endLine <= last).toBe(true);
      expect(dialect.entries({ path: "spec.md", text }).entries).toEqual(entries);
    }
  }
});
