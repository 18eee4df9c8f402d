import { type Kill, KillRuns, type Scenario } from "../support/kill-run.ts";
import { startPostgres } from "../support/postgres-server.ts";

const postgres = await startPostgres();
afterAll(() => {
  postgres?.stop();
});

const comments = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const pulls = "POST /repos/{owner}/{repo}/pulls";
const kills: readonly (readonly [string, Scenario, Kill])[] = [
  ["a review after its 202", "review", { moment: "before", call: 1 }],
  ["a review that has created its comment", "review", { moment: "after", route: comments }],
  ["a /generate after its 202", "generate", { moment: "before", call: 1 }],
  ["a /generate in a model call", "generate", { moment: "before", route: "model" }],
  ["a /generate about to open a pull request", "generate", { moment: "before", route: pulls }],
  ["a /generate that has opened a pull request", "generate", { moment: "after", route: pulls }],
];

const describeInstalled = postgres === null ? describe.skip : describe;
describeInstalled.each([
  ["started again", false],
  ["with a replica beside it", true],
])("PostgreSQL, default settings, a server killed and %s", (_, beside) => {
  test.each(kills)("R6: killed at %s, everything is as undisturbed", async (name, scenario, kill) => {
    const runs = new KillRuns({ type: "postgres", url: postgres?.database() ?? "" }, { queue: {}, beside });
    await runs.open();
    const undisturbed = await runs.run(scenario, null);
    const outcome = await runs.run(scenario, kill);
    await runs.close();
    process.stdout.write(
      `${name}, ${beside ? "a replica took over" : "started again"}: all done ${outcome.seconds.toFixed(1)} s later ` +
        `(undisturbed it takes ${undisturbed.seconds.toFixed(1)} s)\n`,
    );
    expect(outcome).toMatchObject({ killed: true, ended: true, state: undisturbed.state });
  });
});
