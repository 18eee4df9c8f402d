import { Lamp } from "../src/lamp.js";

// LA1
test("burns for 20 seconds", () => {
  jest.useFakeTimers();
  const lamp = new Lamp();
  lamp.light();
  jest.advanceTimersByTime(19_999);
  expect(lamp.isLit).toBe(true);
  jest.advanceTimersByTime(1);
  expect(lamp.isLit).toBe(false);
  expect(() => lamp.light()).toThrow("too hot");
  jest.advanceTimersByTime(120_000);
  lamp.light();
  expect(lamp.isLit).toBe(true);
});
