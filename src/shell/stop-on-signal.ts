/** Work still running after this is handed back; with the time to unwind it stays under the 25 s of a deploy. */
const graceMs = 15_000;

/** Beyond this the process ends whatever still hangs; the store takes its jobs back at the next start. */
const lastResortMs = 24_000;

interface Stoppable {
  stop(graceMs: number): Promise<void>;
}

/**
 * On SIGTERM or SIGINT stops gracefully and ends the process: 0, or 1 when something hung. Listens from before the start,
 * so that a deploy that changes its mind is heard too. Rejects when the start fails.
 */
export async function stopOnSignal(starting: Promise<Stoppable>): Promise<void> {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), lastResortMs).unref();
    starting
      .then((server) => server.stop(graceMs))
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  await starting;
}
