import type { Command } from "commander";

export function registerServe(command: Command): void {
  command.action(async () => {
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
