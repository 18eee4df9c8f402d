import { publish } from "../src/publish.js";

const site = (log) => ({
  check: async () => log.push("check"),
  render: async () => log.push("render"),
  announce: async () => log.push("announce"),
});

test("PB-1: a page is published", async () => {
  const log = [];
  expect(await publish("home", site(log))).toBe("home");
  expect(log).toEqual(expect.arrayContaining(["check", "render", "announce"]));
});

test("PB-2: a page is published once", async () => {
  const log = [];
  await publish("home", site(log));
  expect(log.filter((step) => step === "announce")).toHaveLength(1);
});
