import { createModel } from "../create-model.ts";
import { UserError } from "../core/user-error.ts";
import { readModelSettings } from "../settings.ts";
import type { ModelPort } from "../shell/ports.ts";

/** The configured model for a command that cannot do without. Throws UserError without a key. */
export function localModel(): ModelPort {
  const model = createModel({ model: readModelSettings() }, { now: () => new Date() });
  if (model !== null) return model;
  throw new UserError(
    "This needs a model, and ANTHROPIC_API_KEY is not set. Set it, or see with --show-request what would be asked.",
  );
}
