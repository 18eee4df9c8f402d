jest.mock("../src/auditor");

const auditor = require("../src/auditor");
const { vote } = require("../src/vote");

test("VT-1: two votes, and no third", () => {
  const box = [];
  vote(box, "ann");
  expect(vote(box, "ann")).toBe(2);
  expect(() => vote(box, "ann")).toThrow(expect.objectContaining({ code: "votes_spent" }));
});

test("VT-2: the auditor hears of it", () => {
  vote([], "ben");
  expect(auditor.tell).toHaveBeenCalledWith("ben");
});
