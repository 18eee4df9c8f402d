import type { ChangeQuery } from "../change-query.ts";
import type { IndexedFile } from "../target-index.ts";
import { type Signal, scaled } from "./signal.ts";

/** A prefix of two or three letters that an SDK gives all its types: `ARTMessage` is the `Message` of the spec. */
const maxPrefix = 3;

/**
 * Declares a type that the parents of the changed entries name: a parent says what its children are about ("the
 * attributes of a `Message`"), the children name whatever they touch.
 */
export function declaredTypeSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const values: Signal = new Map();
  for (const [name, count] of query.parentTypes) {
    const declaring = files.filter(({ declares }) =>
      [...declares].some((type) => type.endsWith(name) && type.length - name.length <= maxPrefix),
    );
    for (const file of declaring) {
      values.set(file, (values.get(file) ?? 0) + Math.sqrt(count / declaring.length));
    }
  }
  return scaled(values);
}
