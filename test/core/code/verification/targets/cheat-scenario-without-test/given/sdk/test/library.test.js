import { beforeEach, describe, expect, it } from "vitest";
import { Library } from "../src/library";

let library;

beforeEach(() => {
  library = new Library();
});

describe("Lending", () => {
  it("Book is out", () => {
    library.lend("Emma", "ann");
    expect(() => library.lend("Emma", "bob")).toThrow(expect.objectContaining({ reason: "out" }));
  });
});

describe("Returning", () => {
  it("frees the book", () => {
    library.lend("Emma", "ann");
    library.takeBack("Emma");
    expect(() => library.lend("Emma", "bob")).not.toThrow();
  });

  it("Not lent", () => {
    expect(() => library.takeBack("Emma")).toThrow(expect.objectContaining({ reason: "not_out" }));
  });
});
