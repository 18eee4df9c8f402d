import { publish } from "../src/publish.js";

test("PB-1: a page is published step by step", async () => {
  const log = [];
  const site = {
    check: async () => log.push("check"),
    render: async () => log.push("render"),
    release: () => {},
    announce: async () => log.push("announce"),
  };
  await publish("home", site);
  expect(log).toEqual(["check", "render", "announce"]);
});

test("PB-2: a page is published once", async () => {
  const announced = [];
  const site = { check: () => true, render() {}, release() {}, announce: (page) => announced.push(page) };
  await publish("home", site);
  expect(announced).toEqual(["home"]);
});
