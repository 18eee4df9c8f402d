import { Vault } from "../src/vault.js";

test("VA-1: keeps the digest and nothing else", () => {
  const storage = new Map();
  new Vault(storage).close("open sesame");
  expect([...storage.values()].join()).not.toContain("sesame");
});

test("VA-2: short ones are refused", () => {
  const vault = new Vault(new Map());
  expect(() => vault.close("seven!!")).toThrow("too_short");
  expect(() => vault.close("eight!!!")).not.toThrow();
});
