import { Pot } from "../src/pot.js";

// PT1
test("pours no more than it holds", () => {
  expect(() => new Pot(200).pour(250)).toThrow(
    expect.objectContaining({ code: "too_little", message: "Only 200 ml left: asked for 250" }),
  );
});

// PT1
test("pours into no kettle", () => {
  expect(new Pot(200).pour(50, "kettle")).toEqual({ error: "no_kettle" });
});
