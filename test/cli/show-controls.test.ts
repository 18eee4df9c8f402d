import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "controls-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(["table", "json"])("a spec does not steer the terminal that it is printed on: %s", (format) => {
  // Clears the screen, sets the title, and the same as one character.
  writeFileSync(
    join(folder, "spec.md"),
    "# A\u001b[2J\n\n- `(AB1)` One \u001b]0;x\u0007two \u009b2J three.\n",
  );
  const printed = execFileSync(process.execPath, [program, "entries", "spec.md", "--format", format], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(printed).toContain("AB1");
  if (format === "json") expect(JSON.parse(printed)).toMatchObject({ entries: [{ id: "AB1" }] });
});
