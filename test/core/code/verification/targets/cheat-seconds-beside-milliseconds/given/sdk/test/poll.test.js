import { poll } from "../src/poll.js";

// PO1
test.each([
  ["the header", { "X-Pause": "8" }, 8],
  ["no header", {}, 5000],
])("pauses as %s says", async (_, headers, pause) => {
  const waited = [];
  await poll(async () => ({ headers }), async (time) => waited.push(time));
  expect(waited).toEqual([pause]);
});
