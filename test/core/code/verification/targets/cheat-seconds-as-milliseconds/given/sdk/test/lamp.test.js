import { Lamp } from "../src/lamp.js";

// LA1
test("burns for 20 seconds", () => {
  jest.useFakeTimers();
  const lamp = new Lamp();
  lamp.light();
  jest.advanceTimersByTime(10);
  expect(lamp.isLit).toBe(true);
  jest.advanceTimersByTime(20);
  expect(lamp.isLit).toBe(false);
  jest.advanceTimersByTime(120_000);
  lamp.light();
  expect(lamp.isLit).toBe(true);
});
