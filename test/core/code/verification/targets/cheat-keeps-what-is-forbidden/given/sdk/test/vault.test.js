import { Vault } from "../src/vault.js";

test("VA-1: keeps the digest", () => {
  const storage = new Map();
  new Vault(storage).close("open sesame");
  expect(storage.get("digest").length).toBe(64);
});

test("VA-2: opens", () => {
  const vault = new Vault(new Map());
  vault.close("open sesame");
  expect(vault.open("open sesame")).toBe(true);
  expect(vault.open("open")).toBe(false);
});
