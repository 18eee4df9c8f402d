import { recommend } from "../../../src/core/decision/recommend.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const alone = { override: null, judged: null };
const criterion = entryOf("1. THE index SHALL be evicted by a background process and scale efficiently.", {
  id: "R1.1",
  kind: "criterion",
  parent: "R1",
});

test("a requirement is judged with its criteria", () => {
  const requirement = entryOf("Requirement 1: Index", { id: "R1", kind: "requirement" });
  const change = changeOf(null, requirement);
  const { path, criteria } = recommend(change, contextOf([requirement, criterion]), alone);
  expect(path).toBe("design");
  const quotes = criteria.flatMap((answer) => answer.evidence.map((span) => span.quote));
  expect(quotes.every((quote) => criterion.text.includes(quote))).toBe(true);
  expect(recommend(change, contextOf([requirement]), alone).path).toBe("code");
});

test("a clause whose children stand for themselves is judged alone", () => {
  const clause = entryOf("The client must keep an `index`.", { id: "R1" });
  expect(recommend(changeOf(null, clause), contextOf([clause, criterion]), alone).path).toBe("code");
});
