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

  it("keeps readers from hoarding", () => {
    for (let i = 0; i < 5; i++) library.lend(`book ${i}`, "ann");
    expect(() => library.lend("Emma", "ann")).toThrow(expect.objectContaining({ reason: "limit" }));
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
