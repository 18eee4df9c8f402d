import { rmSync } from "node:fs";
import { KillRuns, type Moment, type Outcome, type Scenario } from "../support/kill-run.ts";
import type { StorePlace } from "../../src/shell/queue/store.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { temporaryFolder } from "../support/test-settings.ts";

/** `npm run bench -- kills` sets this: both scenarios on both stores. Otherwise a review on the embedded store. */
const isFull = process.env["KILL_MATRIX"] === "full";
/** Such as `review-sqlite,generate-sqlite`; all when absent. */
const only = process.env["KILL_ONLY"]?.split(",");
interface Tally {
  kills: number;
  equal: number;
  readonly different: string[];
  /** Kills after which the model was asked more often than the turns under way then explain, and how often. */
  readonly repeated: string[];
}

/** One in each of the two targets: its answer may be lost with the server. All that was stored is not paid for again. */
const turnsUnderWay = 2;

/** Kills at every call until a run ends without having met it. */
async function killEverywhere(
  runs: KillRuns,
  scenario: Scenario,
  moment: Moment,
  undisturbed: Outcome,
): Promise<Tally> {
  const wanted = undisturbed.state;
  const tally: Tally = { kills: 0, equal: 0, different: [], repeated: [] };
  for (let call = 1; ; call++) {
    const outcome = await runs.run(scenario, { call, moment });
    if (!outcome.killed) return tally;
    tally.kills++;
    const more = outcome.modelCalls - undisturbed.modelCalls;
    if (more > turnsUnderWay) tally.repeated.push(`${outcome.at}: ${String(more)}`);
    if (outcome.state === wanted && outcome.ended) tally.equal++;
    else
      tally.different.push(
        `${moment} call ${String(call)}, ${outcome.at}:\n${difference(wanted, outcome.state)}`,
      );
  }
}

function difference(wanted: string, got: string): string {
  const known = new Set(wanted.split("\n"));
  const have = new Set(got.split("\n"));
  const missing = [...known].filter((line) => !have.has(line)).map((line) => `- ${line}`);
  const extra = [...have].filter((line) => !known.has(line)).map((line) => `+ ${line}`);
  return [...missing, ...extra].join("\n").slice(0, 3000);
}

async function matrix(scenario: Scenario, place: StorePlace): Promise<void> {
  const runs = new KillRuns(place);
  await runs.open();
  try {
    const undisturbed = await runs.run(scenario, null);
    expect(undisturbed.ended).toBe(true);
    expect((await runs.run(scenario, null)).state).toBe(undisturbed.state);
    for (const moment of ["before", "after"] as const) {
      const tally = await killEverywhere(runs, scenario, moment, undisturbed);
      process.stdout.write(
        `| ${scenario} | ${place.type} | ${String(undisturbed.calls)} (${String(undisturbed.modelCalls)} to the model) | ` +
          `${moment} each | ${String(tally.kills)} | ${String(tally.equal)} |\n`,
      );
      expect(tally.different).toEqual([]);
      expect(tally.repeated).toEqual([]);
      expect(tally.kills).toBeGreaterThanOrEqual(undisturbed.calls);
    }
  } finally {
    await runs.close();
  }
}

const cases: readonly (readonly [Scenario, StorePlace["type"]])[] = isFull
  ? [
      ["review", "sqlite"],
      ["generate", "sqlite"],
      ["review", "postgres"],
      ["generate", "postgres"],
    ]
  : [["review", "sqlite"]];

const wanted = cases.filter((each) => only?.includes(each.join("-")) ?? true);
const postgres = wanted.some(([, store]) => store === "postgres") ? await startPostgres() : null;
afterAll(() => {
  postgres?.stop();
});

test.each(wanted)(
  "R6: killed before and after every call to GitHub and the model, a %s ends as if undisturbed (%s)",
  async (scenario, type) => {
    if (type === "postgres" && postgres === null) return;
    const folder = temporaryFolder();
    const place: StorePlace =
      type === "sqlite" ? { type, folder } : { type, url: postgres?.database() ?? "" };
    await matrix(scenario, place);
    rmSync(folder, { recursive: true, force: true });
  },
  isFull ? 3_600_000 : 900_000,
);
