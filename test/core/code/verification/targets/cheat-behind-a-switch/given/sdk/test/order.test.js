import { order } from "../src/order.js";

test("OR-1: large orders need a signature", () => {
  expect(order(90_001, { twoHands: true })).toBe("needs_signature");
});

test("OR-2: others do not", () => {
  expect(order(90_000)).toBe("accepted");
});
