import { describe, expect, it } from "vitest";
import { Board } from "../src/board.js";

describe("Board", () => {
  it("puts a message at the end (BD1)", () => {
    const board = new Board();
    board.put("one");
    board.put("two");
    expect(board.all()).toEqual(["one", "two"]);
  });

  it("takes the longest away over 280 letters (BD2)", () => {
    const board = new Board();
    board.put("x".repeat(200));
    board.put("y".repeat(60));
    board.put("z".repeat(40));
    expect(board.all()).toEqual(["y".repeat(60), "z".repeat(40)]);
    expect(board.all().join("").length).toBeLessThanOrEqual(280);
  });
});
