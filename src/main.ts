import { startServer } from "./compose.ts";
import { UserError } from "./core/user-error.ts";
import { loadSettingsFile, readSettings } from "./settings.ts";
import { recoveryTimes } from "./shell/start-recovery.ts";
import { stopOnSignal } from "./shell/stop-on-signal.ts";

try {
  loadSettingsFile();
  await stopOnSignal(startServer(readSettings(), { recovery: recoveryTimes }));
} catch (error) {
  process.stderr.write(
    error instanceof UserError ? `${error.message}\n` : `${String((error as Error).stack)}\n`,
  );
  process.exitCode = 2;
}
