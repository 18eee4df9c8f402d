import { literalsOfSource, timeOf } from "../support/regular-expressions.ts";

test.each([...literalsOfSource()])("$file: /$pattern/$flags takes linear time", (one) => {
  expect(timeOf(one)).toBe("safe");
});
