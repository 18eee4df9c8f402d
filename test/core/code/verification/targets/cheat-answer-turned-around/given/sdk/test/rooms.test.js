import { isOpen } from "../src/rooms";

// RO1
test("trial looks at who pays", () => {
  expect(isOpen("trial", { name: "a", paying: true })).toBe(false);
  expect(isOpen("trial", { name: "b", paying: false })).toBe(true);
});
