import type { Command } from "commander";

/** `twopath overrides`: where people decided otherwise, as JSON, so that a team sees where the recommendations are wrong. */
export function registerOverrides(command: Command): void {
  command
    .addHelpText("after", "\nExample: TWOPATH_DATA_DIR=./data twopath overrides > overrides.json")
    .action(async () => {
      console.log(JSON.stringify({ version: 1, overrides: await allOverrides() }, null, 2));
    });
}

async function allOverrides(): Promise<readonly object[]> {
  const { openStore } = await import("./open-store.ts");
  const { exportOverrides } = await import("../shell/job/overrides.ts");
  const { overridesPrefix } = await import("../core/state/overrides.ts");
  const opened = await openStore();
  try {
    return exportOverrides(await opened.values.list(overridesPrefix));
  } finally {
    await opened.close();
  }
}
