import { entry, retired, change, said } from "../../../support/hygiene-said.ts";

describe("words without a value", () => {
  it("are quoted at their line", () => {
    const lines = [
      { line: 4, text: "It fails" },
      { line: 5, text: "with an appropriate error code." },
    ];
    const after = entry("A1", "It fails\nwith an appropriate error code.", { line: 4, lines });
    expect(said([], [after], [change("added", null, after)])).toEqual([
      '5: A1 says "an appropriate error code" where a value is expected; say which.',
    ]);
  });

  const wordsIn = (text: string): string[] => {
    const after = entry("A1", text);
    return said([], [after], [change("added", null, after)]).map((line) => line.split('"')[1] ?? "");
  };

  it.each([
    ["fails with an appropriate error code", "an appropriate error code"],
    ["fails with a suitable HTTP status code.", "a suitable HTTP status code"],
    ["in a reasonable amount of time", "a reasonable amount of time"],
    ["after the sensible back-off", "the sensible back-off"],
    ["some adequate number of retries", "some adequate number of retries"],
    ["any sufficient size", "any sufficient size"],
    ["with acceptable retry delay", "acceptable retry delay"],
    ["a proper timeout, then", "a proper timeout"],
    ["a relevant default value", "a relevant default value"],
    ["Appropriate limits. The appropriate limit", "The appropriate limit"],
    ["an appropriate error. Code 40012 is another.", "an appropriate error"],
    ["an appropriate error; see 40012", "an appropriate error"],
    ["`x` 1 fails with an appropriate error", "an appropriate error"],
    [`an appropriate error ${"x ".repeat(40)} 40012`, "an appropriate error"],
    ["40 retries, the delay is TBD", "TBD"],
    ["the limit is to be determined", "to be determined"],
    ["the delay is tbd", "tbd"],
    ["an appropriate error (1) and a suitable limit", "a suitable limit"],
  ])("%s: %s", (text, words) => {
    expect(wordsIn(text)).toEqual([words]);
  });

  it.each([
    "an appropriate error code, see `40012`",
    "an appropriate error (40012)",
    "an appropriate error [ErrorInfo]",
    "an appropriate error 40012",
    "a reasonable timeout of 10 s",
    "choose an appropriate name",
    "an appropriate way to encode",
    "an appropriate and well-known error",
    "inappropriate error",
    "it is appropriate. Errors are logged.",
    "an appropriate erroneous state",
    "TBD (10 s)",
  ])("%s: nothing", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it("are no news when they stood there, are retired or removed", () => {
    const vague = entry("A1", "an appropriate error");
    expect(said([vague], [vague], [change("modified", vague, vague)])).toEqual([]);
    expect(said([], [vague], [change("renamed", null, vague)])).toEqual([]);
    expect(said([vague], [], [change("removed", vague, null)])).toEqual([]);
    const dead = entry("A1", "an appropriate error", retired);
    expect(said([], [dead], [change("retired", null, dead)])).toEqual([]);
  });
});

test("a value in front of the words is named, and a motivation expects none", () => {
  const found = (text: string, section = "") => {
    const after = entry("A1", text, { section });
    return said([], [after], [change("added", null, after)]);
  };
  expect(found("Choosing 2,048 as appropriate number of lamps costs little.")).toEqual([]);
  expect(found("An appropriate number of lamps burns.", "Lamps › Motivation")).toEqual([]);
  expect(found("An appropriate number of lamps burns.", "Lamps › Rules")).toHaveLength(1);
});
