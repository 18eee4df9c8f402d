/**
 * `dist/main.js` with the times of the queue from TEST_QUEUE and of recovery from TEST_RECOVERY (JSON of QueueOptions and
 * RecoveryTimes), so that leases are short in tests. With TEST_STANDBY it loads everything and opens nothing until a line
 * comes on standard input: a start that was prepared while another server still ran.
 */
import { once } from "node:events";
import { startServer } from "../../dist/compose.js";
import { readSettings } from "../../dist/settings.js";
import { stopOnSignal } from "../../dist/shell/stop-on-signal.js";

const queue = JSON.parse(process.env.TEST_QUEUE ?? "{}");
const recovery = JSON.parse(process.env.TEST_RECOVERY ?? "null");
if (process.env.TEST_STANDBY) {
  await once(process.stdin, "data");
  process.stdin.destroy();
}
await stopOnSignal(startServer(readSettings(), { queue, ...(recovery && { recovery }) }));
