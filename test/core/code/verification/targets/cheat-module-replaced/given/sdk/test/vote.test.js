jest.mock("../src/allowance");

const allowance = require("../src/allowance");
const { vote } = require("../src/vote");

test("VT-1: two votes, and no third", () => {
  allowance.take.mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValueOnce(false);
  const box = [];
  vote(box, "ann");
  expect(vote(box, "ann")).toBe(2);
  expect(() => vote(box, "ann")).toThrow(expect.objectContaining({ code: "votes_spent" }));
});

test("VT-2: a vote is kept", () => {
  allowance.take.mockReturnValueOnce(true);
  const box = [];
  vote(box, "ann");
  expect(box).toEqual(["ann"]);
});
