import { isMostlyTags, withoutTags } from "../../../src/core/markdown/written-by-program.ts";

test("a page that a program wrote is told by its tags", () => {
  const page = '<table class="a"><tr><td>One</td><td><a href="/b">two</a></td></tr></table>';
  expect(isMostlyTags(page)).toBe(true);
  expect(withoutTags(page).trim().split(/\s+/)).toEqual(["One", "two"]);
});

test("names that stand for values are none", () => {
  const form = '"a": <boolean>,\n"b": <json-schema>,\n"c": [ <string> ]';
  expect(isMostlyTags(form)).toBe(false);
  expect(withoutTags(form)).toBe(form);
});
