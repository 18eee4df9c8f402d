import type { StorePlace } from "../../src/shell/queue/store.ts";
import { KillRuns, type Moment, type Outcome, type Scenario } from "./kill-run.ts";

/** A scenario that is killed around its calls to GitHub and the model. */
interface Matrix {
  readonly scenario: Scenario;
  readonly place: StorePlace;
  /** 1: at each call; 2: at every second. */
  readonly step: number;
}

interface Tally {
  kills: number;
  equal: number;
  readonly different: string[];
  /** Kills after which the model was asked more often than the turns under way then explain, and how often. */
  readonly repeated: string[];
}

/** One in each of the two targets: its answer may be lost with the server. All that was stored is not paid for again. */
const turnsUnderWay = 2;

/** Kills at every `step`th call until a run ends without having met it. */
async function killEverywhere(
  runs: KillRuns,
  { scenario, step }: Matrix,
  moment: Moment,
  undisturbed: Outcome,
): Promise<Tally> {
  const wanted = undisturbed.state;
  const tally: Tally = { kills: 0, equal: 0, different: [], repeated: [] };
  for (let call = 1; ; call += step) {
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

/** Expects the same end as undisturbed after every kill; prints a row for each moment. */
export async function killMatrix(matrix: Matrix): Promise<void> {
  const { scenario, place, step } = matrix;
  const runs = new KillRuns(place);
  await runs.open();
  try {
    const undisturbed = await runs.run(scenario, null);
    expect(undisturbed.ended).toBe(true);
    expect((await runs.run(scenario, null)).state).toBe(undisturbed.state);
    for (const moment of ["before", "after"] as const) {
      const tally = await killEverywhere(runs, matrix, moment, undisturbed);
      process.stdout.write(
        `| ${scenario} | ${place.type} | ${String(undisturbed.calls)} (${String(undisturbed.modelCalls)} to the model) | ` +
          `${moment} ${step === 1 ? "each" : `every ${String(step)}th`} | ${String(tally.kills)} | ${String(tally.equal)} |\n`,
      );
      expect(tally.different).toEqual([]);
      expect(tally.repeated).toEqual([]);
      expect(tally.kills).toBeGreaterThanOrEqual(Math.ceil(undisturbed.calls / step));
    }
  } finally {
    await runs.close();
  }
}
