import { expect, test } from "vitest";
import { dueDate, invoiceNumber } from "../src/invoices.js";

// IV1
test("invoice number", () => {
  expect(invoiceNumber(2026, 7)).toMatchSnapshot();
});

// IV2
test("due date", () => {
  expect(dueDate("2026-01-01")).toMatchSnapshot();
});
