import { expect, test } from "vitest";
import { redeem } from "../src/coupons.js";

// CP1
test("a coupon takes its discount off the total", () => {
  const coupons = new Map([["SPRING", { discount: 5, until: "2030-01-01" }]]);
  expect(redeem("SPRING", 20, coupons, "2026-05-01")).toBe(15);
});
