import { UserError } from "./user-error.ts";

/** A model call would pass a spending limit; nothing was asked. */
export class OverBudget extends UserError {
  readonly limit: "pull-request" | "month";

  constructor(limit: OverBudget["limit"]) {
    super(
      limit === "month"
        ? "The model budget of this month is spent: whoever runs the server raises `TWOPATH_MONTHLY_BUDGET_USD`, or the next month begins."
        : "The model budget of this pull request is spent: raise `model.maxUsdPerPullRequest` in `.github/twopath.yml`.",
    );
    this.limit = limit;
  }
}
