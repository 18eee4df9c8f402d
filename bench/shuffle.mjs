import { spawnSync } from "node:child_process";

/**
 * The end-to-end scenarios over the sandbox, a code pull request among them, each delivered twice and in 200 orders
 * (SHUFFLE_SEEDS=n: another number; SHUFFLE_FROM=n: the first, to play them in parts): always the same end. Takes about
 * three seconds an order on an idle machine.
 */
export function run() {
  const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
  const { status } = spawnSync(process.execPath, [...jest, "test/e2e/shuffled-deliveries"], {
    env: { SHUFFLE_SEEDS: "200", ...process.env },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
