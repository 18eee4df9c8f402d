import { type Command, Option } from "commander";
import type { Review } from "../core/decision/review.ts";
import { configProblemsMessage } from "../core/message/config-problems.ts";
import type { LinkBase } from "../core/message/link.ts";
import { reviewJson } from "../core/message/review-json.ts";
import { reviewSarif } from "../core/message/review-sarif.ts";
import { reviewTable } from "../core/message/review-table.ts";
import { gatherFiles } from "../shell/gather-files.ts";
import { LocalGitSource } from "../shell/local-git/local-git-source.ts";
import { configPath, specConfigAt } from "../shell/read-spec-config.ts";
import { exitCode } from "./exit-code.ts";
import { startProgress } from "./progress.ts";
import { linksOf, reviewMarkdown } from "./review-markdown.ts";

interface Surroundings {
  readonly links: LinkBase;
  /** Paragraphs about the configuration. */
  readonly notices: readonly string[];
}

const formats = {
  table: (review: Review) => reviewTable(review),
  json: (review: Review) => `${JSON.stringify(reviewJson(review), null, 2)}\n`,
  markdown: (review: Review, { links, notices }: Surroundings) => reviewMarkdown(review, links, notices),
  sarif: (review: Review) => `${JSON.stringify(reviewSarif(review), null, 2)}\n`,
} as const;

interface ReviewOptions {
  readonly repo: string;
  readonly base: string;
  readonly head: string;
  readonly format: keyof typeof formats;
  readonly failOn: "never" | "finding" | "design";
}

/** `twopath review`: the recommended path of every entry that changed between two revisions of a local clone. */
export function registerReview(program: Command): void {
  program
    .command("review")
    .description("recommend a path for every entry that changed between two revisions")
    .option("--repo <dir>", "the clone that holds the spec", ".")
    .option("--base <rev>", "the revision to compare with", "main")
    .option("--head <rev>", "the revision that holds the change", "HEAD")
    .addOption(
      new Option("--format <format>", "how to print it").choices(Object.keys(formats)).default("table"),
    )
    .addOption(
      new Option("--fail-on <what>", "end with 1 when there is a finding, or an entry that needs a design")
        .choices(["never", "finding", "design"])
        .default("never"),
    )
    .addHelpText("after", "\nExample: twopath review --base main --head my-change --format json")
    .action(async (options: ReviewOptions) => {
      process.exitCode = await review(options);
    });
}

async function review({ repo, base, head, format, failOn }: ReviewOptions): Promise<number> {
  const { reviewSpecs } = await import("../core/decision/review-specs.ts");
  const progress = startProgress();
  const source = new LocalGitSource(repo);
  progress.step("finding the revisions");
  const headCommit = await source.resolve(head);
  const baseTip = await source.resolve(base);
  const baseCommit = await source.mergeBase(baseTip, headCommit);
  progress.step("reading the spec on both sides");
  const { config, problems, isSpec } = await specConfigAt(source, baseTip);
  const gathered = await gatherFiles(source, baseCommit, headCommit, isSpec);
  progress.step(`reviewing ${String(gathered.headFiles.length)} files`);
  const parse = { dialects: config.dialects };
  const result = reviewSpecs({ base: baseCommit, head: headCommit, ...gathered, parse });
  progress.end();
  for (const { line, path, message, remedy } of problems)
    console.error(
      `${configPath} at ${base}, line ${line}${path === "" ? "" : `, ${path}`}: ${message} ${remedy}`,
    );
  const notices = problems.length > 0 ? [configProblemsMessage(problems)] : [];
  const links = linksOf(await source.origin());
  process.stdout.write(formats[format](result, { links, notices }));
  if (failOn === "finding" && result.findings.length > 0) return exitCode.findings;
  const needsDesign = result.recommendations.some(({ path }) => path === "design");
  return failOn === "design" && needsDesign ? exitCode.findings : exitCode.done;
}
