import { deliver, pullRequestPayload } from "./deliver.ts";
import { testSettings } from "./test-settings.ts";
import { startWatchedServer } from "./watched-server.ts";

/** A shuffle that is the same in every run. */
function shuffled<T>(items: readonly T[]): T[] {
  let state = 42;
  return items
    .map((item) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return { item, at: state };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Sends each of so many deliveries four times, shuffled: expects each pull request reviewed and no delivery done twice. */
export async function flood(distinctDeliveries: number): Promise<void> {
  const seen = new Map<string, number>();
  const reviewed = new Set<number>();
  const server = await startWatchedServer(testSettings(), {
    createWork: () => (job) => {
      seen.set(job.deliveryId, (seen.get(job.deliveryId) ?? 0) + 1);
      if (job.kind === "review") reviewed.add(job.pullRequest);
      return Promise.resolve();
    },
  });
  const distinct = Array.from({ length: distinctDeliveries }, (_, i) => ({
    id: `d-${String(i)}`,
    number: (i % 50) + 1,
  }));
  const all = shuffled([...distinct, ...distinct, ...distinct, ...distinct]);
  const rss = () => process.memoryUsage.rss() / 1024 / 1024;
  let halfway = 0;
  for (let i = 0; i < all.length; i += 50) {
    const statuses = await Promise.all(
      all
        .slice(i, i + 50)
        .map(({ id, number }) =>
          deliver(server.url, "pull_request", id, pullRequestPayload(number, "c".repeat(40))),
        ),
    );
    expect(new Set(statuses)).toEqual(new Set([202]));
    if (i === all.length / 2) halfway = rss();
  }
  await server.tools.queue.idle();
  const counts = await server.tools.queue.counts();
  // Printed, not asserted: other suites of the same process grow it too.
  const grown = rss() - halfway;
  process.stdout.write(
    `${String(all.length)} deliveries of ${String(distinctDeliveries)}, seed 42: ${String(counts.done)} done, ${String(counts.cancelled)} replaced by newer ones, memory in the second half ${grown.toFixed(0)} MB\n`,
  );
  await server.stop(100);
  expect(counts.done + counts.cancelled).toBe(distinctDeliveries);
  expect(counts.failed).toBe(0);
  expect(Math.max(...seen.values())).toBe(1);
  expect(reviewed.size).toBe(50);
}
