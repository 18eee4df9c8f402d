import picomatch from "picomatch";
import type { RepoConfig } from "../../core/repo-config.ts";
import { maySpecify } from "../../core/spec/candidate-file.ts";

/** Which paths are spec files: by the config's globs, and where there is no config by what can hold entries at all. */
export function specFilter(config: RepoConfig, hasConfig: boolean): (path: string) => boolean {
  if (!hasConfig) return maySpecify;
  const wanted = picomatch([...config.spec]);
  const ignored = picomatch([...config.ignore]);
  return (path) => wanted(path) && !ignored(path);
}
