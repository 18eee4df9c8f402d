import { type Command, Option } from "commander";
import { explanationText } from "../core/message/explanation-text.ts";
import { explanationJson } from "../core/message/review-json.ts";
import { exitCode } from "./exit-code.ts";
import { reviewLocally } from "./local-review.ts";
import { type Revisions, withRevisions } from "./with-revisions.ts";

interface ExplainOptions extends Revisions {
  readonly judge?: boolean;
  readonly format: "text" | "json";
}

/** `twopath explain`: the whole reasoning for changed entries, with the spec's words and what would change each answer. */
export function registerExplain(command: Command): void {
  withRevisions(command)
    .argument("<ids...>", "entries; `*` at the end stands for any rest")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .option(
      "--judge",
      "let the configured model judge what the rules cannot (needs ANTHROPIC_API_KEY; costs money)",
    )
    .addHelpText("after", "\nExample: twopath explain RTN15a --base main --head my-change")
    .action(async (ids: readonly string[], options: ExplainOptions) => {
      const { changedEntries } = await import("./changed-entries.ts");
      const local = await reviewLocally(options);
      const review =
        options.judge === true
          ? await (await import("./judge-locally.ts")).judgeLocally(local)
          : local.review;
      const named = changedEntries(review, ids);
      process.stdout.write(
        options.format === "json"
          ? `${JSON.stringify(explanationJson(named), null, 2)}\n`
          : named.map((one) => explanationText(one, review)).join("\n\n"),
      );
      process.exitCode = exitCode.done;
    });
}
