import type { ModelPort } from "../../src/shell/ports.ts";

/** What happens once, while a model works on its next turn. */
export interface Meanwhile {
  once: (() => unknown) | null;
}

/** From now on each turn of a model waits for what is to happen meanwhile. */
export function interrupted(model: ModelPort, meanwhile: Meanwhile): void {
  const complete = model.complete.bind(model);
  model.complete = async (...given) => {
    const now = meanwhile.once;
    meanwhile.once = null;
    await now?.();
    return complete(...given);
  };
}
