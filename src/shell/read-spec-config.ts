import { globMatcher } from "../core/globs.ts";
import { configPath, type ConfigProblem, parseRepoConfig, type RepoConfig } from "../core/repo-config.ts";
import { maySpecify } from "../core/entries/candidate-file.ts";
import type { SpecSource } from "./ports.ts";

/** How a repository's spec is read; the App and the command line ask here, so that their verdicts are the same. */
interface SpecConfig {
  /** The defaults where there is no file, or one with problems. */
  readonly config: RepoConfig;
  readonly problems: readonly ConfigProblem[];
  readonly isSpec: (path: string) => boolean;
}

/** From the text of the configuration on the base branch, null where there is none. */
export function readSpecConfig(text: string | null): SpecConfig {
  const parsed = parseRepoConfig(text);
  const problems = Array.isArray(parsed) ? parsed : [];
  const config = Array.isArray(parsed) ? defaults() : parsed;
  return { config, problems, isSpec: specFilter(config, text !== null && problems.length === 0) };
}

/** As a commit of a clone has it. */
export async function specConfigAt(source: SpecSource, commit: string): Promise<SpecConfig> {
  const file = (await source.list(commit)).find(({ path }) => path === configPath);
  if (file === undefined) return readSpecConfig(null);
  const [bytes] = await source.read([file.blob]);
  return readSpecConfig(new TextDecoder().decode(bytes));
}

/** By the configuration's globs; without one, by what can hold entries at all. Design documents quote entries and are none. */
function specFilter(config: RepoConfig, hasConfig: boolean): (path: string) => boolean {
  if (!hasConfig) return maySpecify;
  const wanted = globMatcher(config.spec);
  const ignored = globMatcher(config.ignore);
  // A spec that the configuration names in the folder of designs is no design.
  const isNamed = config.spec.some((glob) => glob.startsWith(`${config.design}/`));
  return (path) => wanted(path) && !ignored(path) && (isNamed || !path.startsWith(`${config.design}/`));
}

function defaults(): RepoConfig {
  const parsed = parseRepoConfig(null);
  if (Array.isArray(parsed)) throw new Error("The default configuration must be valid.");
  return parsed;
}
