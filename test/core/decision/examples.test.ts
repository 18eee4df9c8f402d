import { byRules } from "../../../src/core/decision/rules/by-rules.ts";
import { changeOf, contextOf } from "../../support/spec-builders.ts";

const testDataOf = (text: string): string | undefined =>
  byRules(changeOf(null, text), contextOf()).criteria.find(({ id }) => id === "test-data")?.verdict;
const code = (...lines: readonly string[]): string =>
  ["The rule:", "", "```python", ...lines, "```"].join("\n");

test("test data is what goes in with what comes out, not a rule that asserts and not a limit that is required", () => {
  expect(testDataOf(code("def seal(box: Box) -> None:", "    assert box.weight == box.label.weight"))).toBe(
    "no",
  );
  expect(
    testDataOf(code("def seal(box: Box) -> None:", "    assert 0 < len(box.items) < 9", "    box.n = 3")),
  ).toBe("no");
  expect(testDataOf(code("assert weigh(3, 4) == 7"))).toBe("yes");
  expect(testDataOf(code("total = weigh(3, 4)", "assert total == 7"))).toBe("yes");
  expect(testDataOf(code("def add(a, b):", "    return a + b", "assert add(3, 4) == 7"))).toBe("yes");
  expect(
    testDataOf("**Given** a parcel, **When** it is sent, **Then** it weighs at most 30 kg, or 20 kg by air."),
  ).toBe("no");
  expect(testDataOf("**Given** a parcel of 31 kg, **When** it is sent, **Then** error 413 is shown.")).toBe(
    "yes",
  );
});

test("numbers of norms are no values of an example", () => {
  expect(testDataOf("For example, the names are sorted by [RFC-6724][6724] and RFC-5952.")).toBe("no");
  expect(testDataOf("For example, 3 lamps of -5 V are sorted to the front.")).toBe("yes");
});
