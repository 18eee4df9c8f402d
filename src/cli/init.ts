import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { draftRepoConfig, draftTargetConfig } from "../core/draft-repo-config.ts";
import { fewestEntries, findSpecs } from "../core/entries/find-specs.ts";
import { configPath, parseRepoConfig } from "../core/repo-config.ts";
import { UserError } from "../core/user-error.ts";
import { LocalGitSource } from "../shell/local-git/local-git-source.ts";
import { surveyRepository } from "../shell/survey-repository.ts";
import { exitCode } from "./exit-code.ts";

/** `twopath init`: a commented configuration made from what the clone holds. */
export function registerInit(command: Command): void {
  command
    .option("--repo <dir>", "the clone that holds the spec", ".")
    .option("--for-spec <owner/name>", "in a repository of code: let it be a target of this spec")
    .option("--dry-run", "print it instead")
    .addHelpText("after", "\nExamples:\n  twopath init --dry-run\n  twopath init --for-spec acme/spec")
    .action(async (options: { repo: string; dryRun?: boolean; forSpec?: string }) => {
      const { repo, dryRun = false, forSpec } = options;
      const config = forSpec === undefined ? await configOf(repo) : optIn(forSpec);
      process.exitCode = dryRun ? print(config) : await write(repo, config);
    });
}

function optIn(spec: string): string {
  const config = draftTargetConfig(spec);
  if (Array.isArray(parseRepoConfig(config)))
    throw new UserError(`Write the spec as owner/name, not ${spec}.`);
  return config;
}

async function configOf(repo: string): Promise<string> {
  const source = new LocalGitSource(repo);
  const commit = await source.resolve("HEAD");
  const found = await surveyRepository(source, commit, (files) => Promise.resolve(findSpecs(files)));
  const config = draftRepoConfig(found);
  if (config === null) {
    throw new UserError(
      `No file with ${String(fewestEntries)} entries with IDs or more was found in the commit HEAD. Commit the spec first, or write the file by hand.`,
    );
  }
  return config;
}

function print(config: string): number {
  process.stdout.write(config);
  return exitCode.done;
}

async function write(repo: string, config: string): Promise<number> {
  const file = join(repo, configPath);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, config, { flag: "wx" }).catch((cause: unknown) => {
    const exists = (cause as NodeJS.ErrnoException).code === "EEXIST";
    const problem = exists
      ? "is there already. --dry-run prints what would be written."
      : "could not be written.";
    throw new UserError(`${file} ${problem}`, { cause });
  });
  console.log(`Wrote ${file}. Commit it to the default branch: it is read from there only.`);
  return exitCode.done;
}
