import { expect, it } from "vitest";
import { AlreadyCancelled, Booking } from "../src/booking.js";

// Requirement: Cancelling
it("is cancelled once", () => {
  const booking = new Booking();
  booking.cancel();
  expect(() => booking.cancel()).toThrow(AlreadyCancelled);
});
