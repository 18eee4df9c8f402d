import { BannedError, Gate } from "../src/gate.js";

let gate, motor;

beforeEach(() => {
  motor = { move: jest.fn() };
  gate = new Gate(motor);
});

// GAT1
test("keeps banned plates", () => {
  gate.ban("x");
  expect([...gate.banned]).toEqual(["x"]);
});

// GAT1
test("stays shut for them", () => {
  jest.spyOn(gate, "open").mockImplementation((plate) => {
    throw new BannedError(plate);
  });
  expect(() => gate.open("x")).toThrow(BannedError);
  expect(motor.move).not.toHaveBeenCalled();
});
