import { type Command, InvalidArgumentError, Option } from "commander";
import type { Review } from "../core/decision/review.ts";
import { selectChanges } from "../core/decision/select-changes.ts";
import type { LinkBase } from "../core/message/link.ts";
import { reviewJson } from "../core/message/review-json.ts";
import { reviewSarif } from "../core/message/review-sarif.ts";
import { reviewTable } from "../core/message/review-table.ts";
import { workflowCommands } from "../core/plan/workflow-commands.ts";
import { exitCode } from "./exit-code.ts";
import { reviewLocally } from "./local-review.ts";
import { reviewMarkdown } from "./review-markdown.ts";
import { type Revisions, withRevisions } from "./with-revisions.ts";
import { findingsOf } from "../core/message/hygiene.ts";

interface Surroundings {
  readonly links: LinkBase;
  /** Paragraphs about the configuration. */
  readonly notices: readonly string[];
}

const formats = {
  table: (review: Review) => reviewTable(review, process.stdout.isTTY ? process.stdout.columns : undefined),
  json: (review: Review) => `${JSON.stringify(reviewJson(review), null, 2)}\n`,
  markdown: (review: Review, { links, notices }: Surroundings) => reviewMarkdown(review, links, notices),
  github: (review: Review) => workflowCommands(review),
  sarif: (review: Review) => `${JSON.stringify(reviewSarif(review), null, 2)}\n`,
} as const;

interface ReviewOptions extends Revisions {
  readonly judge?: boolean;
  readonly judgeWithin?: number;
  readonly only: readonly string[];
  readonly showRequest?: boolean;
  readonly format: keyof typeof formats;
  readonly failOn: "never" | "finding" | "design";
}

/** `twopath review`: the recommended path of every entry that changed between two revisions of a local clone. */
export function registerReview(command: Command): void {
  withRevisions(command)
    .addOption(
      new Option("--format <format>", "how to print it").choices(Object.keys(formats)).default("table"),
    )
    .addOption(
      new Option("--fail-on <what>", "end with 1 when there is a finding, or an entry that needs a design")
        .choices(["never", "finding", "design"])
        .default("never"),
    )
    .option("--all", "review the whole spec as it stands at head, as if all of it were new")
    .option(
      "--judge",
      "let the configured model judge what the rules cannot (needs ANTHROPIC_API_KEY; costs money)",
    )
    .option("--judge-within <seconds>", "the time that all calls of --judge may take", seconds)
    .option(
      "--only <entries...>",
      "review and judge only these: IDs, with * for any ending, or FILE:LINE, FILE:FROM-TO",
      [],
    )
    .option("--show-request", "print the exact requests that --judge would send, as JSON, and send nothing")
    .addHelpText("after", "\nExample: twopath review --base main --head my-change --format json")
    .action(async (options: ReviewOptions) => {
      process.exitCode = await review(options);
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError("It is a number of seconds, at most a day's.");
}

async function review(options: ReviewOptions): Promise<number> {
  const { format, failOn } = options;
  const whole = await reviewLocally(options);
  const local = { ...whole, review: selectChanges(whole.review, options.only) };
  if (options.showRequest === true) {
    const { judgeRequestBodies } = await import("./judge-locally.ts");
    process.stdout.write(`${JSON.stringify(await judgeRequestBodies(local), null, 2)}\n`);
    return exitCode.done;
  }
  const judged =
    options.judge === true
      ? await (await import("./judge-locally.ts")).judgeLocally(local, options.judgeWithin)
      : local.review;
  const result = selectChanges(judged, options.only);
  process.stdout.write(formats[format](result, local));
  if (failOn === "finding" && findingsOf(result).length > 0) return exitCode.findings;
  const needsDesign = result.recommendations.some(({ path }) => path === "design");
  return failOn === "design" && needsDesign ? exitCode.findings : exitCode.done;
}
