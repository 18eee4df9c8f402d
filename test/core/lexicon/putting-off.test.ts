import { wordsPuttingOff } from "../../../src/core/lexicon/putting-off.ts";

test.each([
  ["The wait is to be determined.", "to be determined"],
  ["The wait (to be decided in planning) is short.", "to be decided"],
  ["The wait is to be specified in a later version.", "to be specified"],
  ["The wait is to be agreed\n\nThe lamp blinks.", "to be agreed"],
  ["The wait: TBD", "TBD"],
  ["The wait is tbd", "tbd"],
  ["TODO: how long does it wait", "TODO"],
])("%s is put off", (text, words) => {
  expect(wordsPuttingOff(text)?.words).toBe(words);
});

test.each([
  "The order is to be determined as part of name resolution.",
  "The wait is to be specified by the server.",
  "The wait is to be specified\nin the configuration.",
  "The lamp expects the wait to be defined.",
  "A todo is shown in the list.",
  "A board has four columns: TODO, In Progress, Review and Done.",
  "This allows the wait to be defined later.",
  "TODO: A diagram of the parts and their connections.",
  "TODO: explain why the lamp waits.",
  "The list holds TODO items.",
])("%s is not", (text) => {
  expect(wordsPuttingOff(text)).toBeNull();
});
