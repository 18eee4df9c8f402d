import { resolveEntries } from "../../../src/core/command/resolve-entries.ts";

const known = [
  "RTN15a",
  "RTN15A",
  "RTL7c",
  "RTL7d",
  "condition 4.3.2",
  "requirement 4.3.2",
  "auth#User login",
  "auth#User login/Wrong password",
  "billing#User login",
  "billing#Refund",
  "mail#DG-1 Daily digest",
  "mail#DG-1 Daily digest/on a Sunday",
];

const table: readonly (readonly [string, object])[] = [
  ["", { ids: known }],
  ["all", { ids: known }],
  ["RTN15a", { ids: ["RTN15a"] }],
  ["(RTL7c)", { ids: ["RTL7c"] }],
  ["rtl7C", { ids: ["RTL7c"] }],
  ["rtn15a", { ambiguous: "rtn15a", candidates: ["RTN15a", "RTN15A"] }],
  ["RTL7*", { ids: ["RTL7c", "RTL7d"] }],
  ["rtl7*", { ids: ["RTL7c", "RTL7d"] }],
  ["*", { ids: known }],
  ["RTL7d RTN15a", { ids: ["RTN15a", "RTL7d"] }],
  ["condition 4.3.2", { ids: ["condition 4.3.2"] }],
  ["condition 4.3.2 RTL7c", { ids: ["RTL7c", "condition 4.3.2"] }],
  ["4.3.2", { ambiguous: "4.3.2", candidates: ["condition 4.3.2", "requirement 4.3.2"] }],
  ["DG-1", { ids: ["mail#DG-1 Daily digest"] }],
  ["auth#User login", { ids: ["auth#User login"] }],
  ["User login", { ambiguous: "User login", candidates: ["auth#User login", "billing#User login"] }],
  ["refund", { ids: ["billing#Refund"] }],
  ["wrong password", { ids: ["auth#User login/Wrong password"] }],
  ["User login/Wrong*", { ids: ["auth#User login/Wrong password"] }],
  ["RTL7e", { unknown: "RTL7e", suggestion: "RTL7c" }],
  ["Refnud", { unknown: "Refnud", suggestion: "billing#Refund" }],
  ["RTL7c all", { unknown: "all", suggestion: null }],
  ["ZZZ*", { unknown: "ZZZ*", suggestion: null }],
];

test.each(table)("%j", (words, expected) => {
  expect(resolveEntries(words.split(" ").filter(Boolean), known)).toEqual(expected);
});

test("an ID that was copied from a comment, with its gaps, is the ID", () => {
  expect(resolveEntries(["1\u200b.4.13"], ["1.4.13", "1.4.14"])).toEqual({ ids: ["1.4.13"] });
});

test("an ID that two entries have, one that went and one that took its number, names both", () => {
  expect(resolveEntries(["6.1"], ["spec#6.1", "spec#6.2", "spec#6.1"])).toEqual({ ids: ["spec#6.1"] });
});
