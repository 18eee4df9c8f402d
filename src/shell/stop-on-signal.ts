/** Work still running after this is handed back; with the time to unwind it stays under the 25 s of a deploy. */
const graceMs = 15_000;

/** Beyond this the process ends whatever still hangs; the store takes its jobs back at the next start. */
const lastResortMs = 24_000;

/** On SIGTERM or SIGINT stops gracefully and ends the process: 0, or 1 when something hung. */
export function stopOnSignal(server: { stop(graceMs: number): Promise<void> }): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), lastResortMs).unref();
    server.stop(graceMs).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
