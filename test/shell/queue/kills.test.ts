import { surviveKills } from "../../support/queue-kills.ts";
import { startPostgres } from "../../support/postgres-server.ts";
import { temporaryFolder } from "../../support/test-settings.ts";

/** As many as there are kinds of moments; `npm run test:long` has more of each. */
const kills = 10;
const server = await startPostgres();
afterAll(() => {
  server?.stop();
});

const places = [
  { type: "sqlite", folder: temporaryFolder() } as const,
  ...(server === null ? [] : [{ type: "postgres", url: server.database() } as const]),
];

test.each(places)(
  "R6: kills while it starts and under load lose no acknowledged job: $type",
  async (place) => {
    const { line, ...result } = await surviveKills(place, kills);
    process.stdout.write(`${line}\n`);
    expect(result.acknowledged).toBeGreaterThan(50);
    expect(result).toMatchObject({ lost: [], doneTwice: [], overlaps: [], stuck: 0 });
  },
);
