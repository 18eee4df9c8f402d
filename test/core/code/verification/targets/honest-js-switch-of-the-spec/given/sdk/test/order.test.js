// OR-1, OR-2, OR-3
import { method, order } from "../src/order.js";

test("large orders need a signature", () => {
  expect(order(90_001, { twoHands: true })).toBe("needs_signature");
});

test("others do not", () => {
  expect(order(90_001)).toBe("accepted");
  expect(order(90_000, { twoHands: true })).toBe("accepted");
});

test.each(["GET", "HEAD", "POST"])("OR-3: %s is allowed", (name) => {
  expect(method(name)).toBe("allowed");
});

test("OR-3: others are not", () => {
  expect(method("PATCH")).toBe("not_allowed");
});
