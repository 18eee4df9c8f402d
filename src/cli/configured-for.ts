import { basename, resolve } from "node:path";
import type { ConfiguredTarget } from "../core/code/configured-target.ts";

/** What the spec's configuration says of the target in a folder: it is known by the folder's name. */
export function configuredFor(
  folder: string,
  targets: readonly ConfiguredTarget[],
): ConfiguredTarget | undefined {
  const name = basename(resolve(folder));
  return targets.find((one) => one.name === name || one.repository?.endsWith(`/${name}`));
}
