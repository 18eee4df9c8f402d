import { type Command, Option } from "commander";
import type { GenerateOptions } from "./generate-locally.ts";
import { withRevisions } from "./with-revisions.ts";

/** `twopath generate`: code, tests and test vectors of changed entries, on a branch of a clone or as a patch. */
export function registerGenerate(command: Command): void {
  withRevisions(command)
    .argument("<ids...>", "entries; `*` at the end stands for any rest")
    .requiredOption("--target <dir>", "the clone to write for, or the target's folder in it")
    .option("--branch <name>", "the new branch (default: twopath- and the entries)")
    .addOption(
      new Option("--patch <file>", "write a patch instead of a branch; - prints it").conflicts("branch"),
    )
    .option("--note <text>", "something to tell the model besides the entries")
    .option("--design <file>", "design document that the code is to follow")
    .option("--accept-open", "go on although the design is a draft that leaves questions open")
    .option(
      "--run <command>",
      "run this in a scratch copy: with the change, and for each new test without its code",
    )
    .option("--dry-run", "say entries, branch, files, tokens and cost, and ask no model")
    .option("--show-request", "print the first request to the model as JSON, and send nothing")
    .addHelpText(
      "after",
      "\nNeeds ANTHROPIC_API_KEY, and costs money; --dry-run and --show-request do neither. Nothing is run but for --run; the work tree and the\n" +
        "branch that is checked out stay as they are.\n" +
        "\nExample: twopath generate RTN15a --target ../sdk-js --base main --head my-change",
    )
    .action(
      async (
        ids: readonly string[],
        options: GenerateOptions & { readonly showRequest?: boolean; readonly dryRun?: boolean },
      ) => {
        const { dryRunLocally, generateLocally, showRequest } = await import("./generate-locally.ts");
        if (options.showRequest === true) {
          await showRequest(ids, options);
          return;
        }
        if (options.dryRun === true) {
          await dryRunLocally(ids, options);
          return;
        }
        const { localModel } = await import("./local-model.ts");
        process.exitCode = await generateLocally(ids, options, {
          model: localModel(),
          print: (result) => process.stdout.write(result),
          note: (line) => {
            console.error(line);
          },
        });
      },
    );
}
