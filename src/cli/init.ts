import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { draftRepoConfig } from "../core/draft-repo-config.ts";
import { findSpecs } from "../core/entries/find-specs.ts";
import { UserError } from "../core/user-error.ts";
import { LocalGitSource } from "../shell/local-git/local-git-source.ts";
import { configPath } from "../shell/read-spec-config.ts";
import { surveyRepository } from "../shell/survey-repository.ts";
import { exitCode } from "./exit-code.ts";

/** `twopath init`: a commented configuration made from what the clone holds. */
export function registerInit(program: Command): void {
  program
    .command("init")
    .description("write a commented .github/twopath.yml made from what is found")
    .option("--repo <dir>", "the clone that holds the spec", ".")
    .option("--dry-run", "print it instead")
    .addHelpText("after", "\nExample: twopath init --dry-run")
    .action(async (options: { repo: string; dryRun?: boolean }) => {
      process.exitCode = await init(options.repo, options.dryRun === true);
    });
}

async function init(repo: string, dryRun: boolean): Promise<number> {
  const source = new LocalGitSource(repo);
  const commit = await source.resolve("HEAD");
  const found = await surveyRepository(source, commit, (files) => Promise.resolve(findSpecs(files)));
  const config = draftRepoConfig(found);
  if (config === null) {
    throw new UserError(
      "No entries with IDs were found in the commit HEAD. Commit the spec first, or write the file by hand.",
    );
  }
  if (dryRun) {
    process.stdout.write(config);
    return exitCode.done;
  }
  const file = join(repo, configPath);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, config, { flag: "wx" }).catch((cause: unknown) => {
    throw new UserError(`${file} could not be written: it exists, or the folder is read-only.`, { cause });
  });
  console.log(`Wrote ${file}. Commit it to the base branch: it is read from there only.`);
  return exitCode.done;
}
