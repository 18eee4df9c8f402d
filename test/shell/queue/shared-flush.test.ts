import { SharedFlush } from "../../../src/shell/queue/shared-flush.ts";

/** A disk whose flushes end when told. */
function disk() {
  const open: { done: () => void; fail: (error: Error) => void }[] = [];
  let started = 0;
  const flush = new SharedFlush(() => {
    started += 1;
    return new Promise((done, fail) => open.push({ done, fail }));
  });
  return { flush, open, started: () => started };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("callers before a flush share it; those who come while it is under way wait for the next", async () => {
  const { flush, open, started } = disk();
  const ended: string[] = [];
  void flush.flushed().then(() => ended.push("a"));
  void flush.flushed().then(() => ended.push("b"));
  await turn();
  expect(started()).toBe(1);
  void flush.flushed().then(() => ended.push("c"));
  await turn();
  expect(started()).toBe(1);
  open[0]!.done();
  await turn();
  expect(ended).toEqual(["a", "b"]);
  expect(started()).toBe(2);
  open[1]!.done();
  await flush.settled();
  expect(ended).toEqual(["a", "b", "c"]);
});

test("after a failed flush nobody is told that something is on disk", async () => {
  const { flush, open, started } = disk();
  const first = flush.flushed();
  await turn();
  open[0]!.fail(new Error("EIO"));
  await expect(first).rejects.toThrow("EIO");
  await expect(flush.flushed()).rejects.toThrow("EIO");
  await expect(flush.flushed()).rejects.toThrow("EIO");
  expect(started()).toBe(1);
  await flush.settled();
});
