import { spawnSync } from "node:child_process";

/**
 * The kill matrix: a review and a `/generate` into two targets, the server killed with SIGKILL before and after every
 * call to GitHub and the model and started again, on both stores. Each row: how many kills, and after how many of them
 * GitHub ended up exactly as without. KILL_ONLY=review-sqlite runs one of the four.
 */
export function run() {
  console.log(
    "| work | store | calls | killed | kills | same end as undisturbed |\n|---|---|---|---|---|---|",
  );
  const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
  const { status } = spawnSync(process.execPath, [...jest, "test/e2e/kill-matrix"], {
    env: { ...process.env, KILL_MATRIX: "full" },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
