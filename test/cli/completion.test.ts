import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));

function completion(shell: string) {
  return spawnSync(process.execPath, [bin, "completion", shell], { encoding: "utf8" });
}

/** What bash offers for the words typed so far. */
function offered(...words: string[]): string[] {
  const script = [
    completion("bash").stdout,
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${String(words.length - 1)}`,
    '_twopath; printf "%s\\n" "${COMPREPLY[@]}"',
  ].join("\n");
  return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.split("\n").filter(Boolean);
}

test("bash completes subcommands, options and choices", () => {
  expect(offered("twopath", "re")).toEqual(["review"]);
  expect(offered("twopath", "review", "--fo")).toEqual(["--format"]);
  expect(offered("twopath", "review", "--format", "sa")).toEqual(["sarif"]);
});

test.each(["bash", "zsh", "fish"])("%s gets a script that names every subcommand", (shell) => {
  const run = completion(shell);
  expect(run.status).toBe(0);
  for (const name of ["review", "entries", "serve", "jobs"]) expect(run.stdout).toContain(name);
});

test("an unknown shell is a usage error that names the known ones", () => {
  const run = completion("tcsh");
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("bash, zsh, fish");
});
