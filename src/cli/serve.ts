import type { Command } from "commander";

export function registerServe(program: Command): void {
  program
    .command("serve")
    .description(
      "run the GitHub App in the foreground; settings come from the environment (see .env.example)",
    )
    .action(async () => {
      const [{ startServer }, { loadSettingsFile, readSettings }, { recoveryTimes }, { stopOnSignal }] =
        await Promise.all([
          import("../compose.ts"),
          import("../settings.ts"),
          import("../shell/start-recovery.ts"),
          import("../shell/stop-on-signal.ts"),
        ]);
      loadSettingsFile();
      await stopOnSignal(startServer(readSettings(), { recovery: recoveryTimes }));
    });
}
