import type { Clock, KeyValueStore, SpendLedger } from "../ports.ts";

/** How the keys of all sums begin. */
export const spendPrefix = "spend/";

/** The ledger in the job store, one for all processes. `mostPerMonth` in US dollars, or null for no limit. */
export function createSpendLedger(
  values: KeyValueStore,
  clock: Clock,
  mostPerMonth: number | null,
): SpendLedger {
  const add = async (key: string, usd: number, most: number): Promise<boolean> => {
    let fits = false;
    await values.update(key, (value) => {
      const before = typeof value === "number" ? value : 0;
      fits = before + usd <= most;
      return fits ? before + usd : before;
    });
    return fits;
  };
  const correct = async (key: string, usd: number): Promise<void> => {
    await values.update(key, (value) => Math.max(0, (typeof value === "number" ? value : 0) + usd));
  };
  return {
    async reserve({ pullRequest, mostUsd }, usd) {
      const month = `${spendPrefix}month/${clock.now().toISOString().slice(0, 7)}`;
      const own = `${spendPrefix}pull-request/${pullRequest}`;
      if (!(await add(month, usd, mostPerMonth ?? Number.POSITIVE_INFINITY))) return "month";
      if (!(await add(own, usd, mostUsd))) {
        await correct(month, -usd);
        return "pull-request";
      }
      return {
        settle: async (actual) => {
          await correct(month, actual - usd);
          await correct(own, actual - usd);
        },
      };
    },
  };
}
