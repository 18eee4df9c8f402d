import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { packageFile } from "../../package-file.ts";

/** What the App is registered with, and is held to afterwards. */
interface AppManifest {
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
}

/** `app.yml` of the package. */
export function readAppManifest(): AppManifest {
  return parse(readFileSync(packageFile("app.yml"), "utf8")) as AppManifest;
}
