import { whatDiffers } from "../../../src/core/decision/what-differs.ts";

test.each([
  ["It is **rounded** up.", "It is cut off.", "“rounded up” became “cut off”"],
  ["It stops.", "It stops. It says `why`.", "adds “It says why”"],
  ["It stops at once.", "It stops.", "“stops at once” became “stops”"],
  ["It is 500 * 2 and `3*4` *now*.", "It is 500 * 3 and `3*4` **now**.", "“2” became “3”"],
  ["- it waits twice here", "- it waits here", "takes “twice” away"],
  ["a [b](c.md) d", "a b d", null],
  ["one two three four five six seven eight", "nine", null],
  ["The <b>one</b>.", "The <i>two</i>.", null],
])("of %j and %j", (before, after, said) => {
  expect(whatDiffers(before, after)).toBe(said);
});
