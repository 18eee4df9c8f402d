import { pour } from "../src/pot.js";

// PT1
test("pours into no kettle", () => {
  expect(pour("kettle").status).toBe(422);
});
