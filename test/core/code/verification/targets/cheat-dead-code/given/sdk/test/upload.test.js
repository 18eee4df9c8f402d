import assert from "node:assert/strict";
import { test } from "node:test";
import { upload } from "../src/upload.js";

// UP1
test("a large file is refused", async () => {
  globalThis.fetch = async () => ({ status: 413 });
  const file = { size: 25 * 1024 * 1024 + 1, code: "file_too_large" };
  await assert.rejects(upload(file), (error) => error.code !== file.code);
});
