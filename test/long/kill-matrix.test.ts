import type { StorePlace } from "../../src/shell/queue/store.ts";
import { killMatrix } from "../support/kill-matrix.ts";
import type { Scenario } from "../support/kill-run.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { temporaryFolder } from "../support/test-settings.ts";

const postgres = await startPostgres();
afterAll(() => {
  postgres?.stop();
});

const cases: readonly (readonly [Scenario, StorePlace["type"]])[] = [
  ["review", "sqlite"],
  ["generate", "sqlite"],
  ["review", "postgres"],
  ["generate", "postgres"],
];

test.each(cases.filter(([, type]) => type === "sqlite" || postgres !== null))(
  "R6: killed before and after every call to GitHub and the model, a %s ends as if undisturbed (%s)",
  async (scenario, type) => {
    const place: StorePlace =
      type === "sqlite" ? { type, folder: temporaryFolder() } : { type, url: postgres?.database() ?? "" };
    await killMatrix({ scenario, place, step: 1 });
  },
);
