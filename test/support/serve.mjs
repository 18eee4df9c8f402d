/** `dist/main.js` with times of the queue from TEST_QUEUE (JSON of QueueOptions), so that leases are short in tests. */
import { startServer } from "../../dist/compose.js";
import { readSettings } from "../../dist/settings.js";
import { stopOnSignal } from "../../dist/shell/stop-on-signal.js";

const queue = JSON.parse(process.env.TEST_QUEUE ?? "{}");
await stopOnSignal(startServer(readSettings(), { queue }));
