/** NT-1, NT-2 */
import { Notes } from "../src/notes.js";

test("NT-1: finds notes", () => {
  const notes = new Notes();
  notes.add("buy milk");
  notes.add("call ben");
  expect(notes.find("milk")).toEqual(["buy milk"]);
});

test("NT-1: finds nothing where nothing is", () => {
  expect(new Notes().find("milk")).toEqual([]);
});
