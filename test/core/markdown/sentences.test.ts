import { sentences } from "../../../src/core/markdown/sentences.ts";

const split = (text: string): string[] => sentences(text).map((one) => one.text);

it.each([
  ["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
  ["One.  Two.", ["One.", "Two."]],
  ["Wait 1.5 s. Then go.", ["Wait 1.5 s.", "Then go."]],
  ["See a.b.c. Then go.", ["See a.b.c.", "Then go."]],
  ["Use e.g. Tabs. Go.", ["Use e.g. Tabs.", "Go."]],
  ["Files (cf. Annex A). Go.", ["Files (cf. Annex A).", "Go."]],
  ["See No. 5 and Fig. 2. Go.", ["See No. 5 and Fig. 2.", "Go."]],
  ["A volcano. 5 more.", ["A volcano.", "5 more."]],
  ["It stops. it goes on.", ["It stops. it goes on."]],
  ["Say `a. B` here. Go.", ["Say `a. B` here.", "Go."]],
  ['He says "go." Then waits.', ['He says "go."', "Then waits."]],
  ["**Bold.** Next.", ["**Bold.**", "Next."]],
  ["One. `code` next. (Aside.) [Link](x).", ["One.", "`code` next.", "(Aside.)", "[Link](x)."]],
  ["Ends here.", ["Ends here."]],
  ["  spaced out. Yes.  ", ["spaced out.", "Yes."]],
  ["", []],
  ["   ", []],
])("%j has the sentences %j", (text, expected) => {
  expect(split(text)).toEqual(expected);
});

it("knows where in the paragraph each begins", () => {
  const text = " One is.  Two is. Three";
  expect(sentences(text).map(({ start }) => start)).toEqual([1, 10, 18]);
  for (const { text: own, start } of sentences(text)) expect(text.slice(start).startsWith(own)).toBe(true);
});
