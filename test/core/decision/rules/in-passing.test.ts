import { isDemanded } from "../../../../src/core/decision/rules/in-passing.ts";

test.each([
  ["The client must cache what it got.", "cache", true],
  ["The shop must show a weekly overview with the sums.", "overview", true],
  ["The shop must also support scheduled imports.", "scheduled", true],
  ["The shop must send the sum to the overview.", "overview", false],
  ["The sum is shown in the overview, and the till must print it.", "overview", false],
])("%s demands %s: %s", (sentence, word, expected) => {
  expect(isDemanded(sentence.toLowerCase(), sentence.indexOf(word))).toBe(expected);
});
