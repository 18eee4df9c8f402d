import { parentPort, workerData } from "node:worker_threads";

/** Asks for the health page all the time, from a thread that nothing else runs on; answers the slowest since last asked. */
let slowest = 0;
let asked = 0;
parentPort.on("message", () => {
  parentPort.postMessage({ slowest, asked });
  slowest = 0;
  asked = 0;
});
for (;;) {
  const from = performance.now();
  const answer = await fetch(`${workerData}/healthz`);
  await answer.text();
  if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
  slowest = Math.max(slowest, performance.now() - from);
  asked += 1;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
