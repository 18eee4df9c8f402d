import { spawn } from "node:child_process";

const both = [
  ["review-sqlite", "generate-sqlite"],
  ["review-postgres", "generate-postgres"],
];

/**
 * The kill matrix: a review and a `/generate` into two targets, the server killed with SIGKILL before and after every
 * call to GitHub and the model and started again, on both stores at a time. Each row: how many kills, and after how many
 * of them GitHub ended up exactly as without. KILL_ONLY=review-sqlite runs one of the four.
 */
export async function run() {
  console.log(
    "| work | store | calls | killed | kills | same end as undisturbed |\n|---|---|---|---|---|---|",
  );
  const only = process.env.KILL_ONLY?.split(",");
  const lanes = both.map((cases) => cases.filter((each) => only?.includes(each) ?? true));
  const ends = await Promise.all(lanes.filter(({ length }) => length > 0).map(matrix));
  process.exitCode = ends.every((status) => status === 0) ? 0 : 1;
}

function matrix(cases) {
  const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
  const env = { ...process.env, KILL_MATRIX: "full", KILL_ONLY: cases.join(",") };
  const child = spawn(process.execPath, [...jest, "test/e2e/kill-matrix"], { env, stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", resolve));
}
