import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { UserError } from "../core/user-error.ts";
import { packageFile } from "../package-file.ts";
import { registerCompletion } from "./completion.ts";
import { registerConformance } from "./conformance.ts";
import { registerContext } from "./context.ts";
import { registerDemands } from "./demands.ts";
import { registerDemo } from "./demo.ts";
import { registerDesign } from "./design.ts";
import { registerDoctor } from "./doctor.ts";
import { registerEntries } from "./entries.ts";
import { registerExplain } from "./explain.ts";
import { exitCode } from "./exit-code.ts";
import { registerGenerate } from "./generate.ts";
import { registerInit } from "./init.ts";
import { registerJobs } from "./jobs.ts";
import { registerOverrides } from "./overrides.ts";
import { registerReview } from "./review.ts";
import { registerServe } from "./serve.ts";
import { registerSetup } from "./setup.ts";
import { registerTrace } from "./trace.ts";
import { showControls } from "./show-controls.ts";

/** Each subcommand registers itself and loads what it needs only when it runs, so that `--help` stays fast. */
const subcommands: readonly ((program: Command) => void)[] = [
  registerReview,
  registerEntries,
  registerExplain,
  registerDesign,
  registerGenerate,
  registerContext,
  registerConformance,
  registerDemands,
  registerTrace,
  registerDemo,
  registerSetup,
  registerDoctor,
  registerServe,
  registerInit,
  registerJobs,
  registerOverrides,
  registerCompletion,
];

async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("twopath")
    .description("Says which changed spec entries can go straight to code and which need a design first.")
    .version(version(), "-V, --version")
    .exitOverride()
    .showHelpAfterError("(twopath --help shows the commands)");
  for (const register of subcommands) register(program);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? exitCode.done);
  } catch (error) {
    return report(error);
  }
}

/** Of the package this file is in, in the checkout as when installed. */
function version(): string {
  return (JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string }).version;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  if (error instanceof UserError) {
    console.error(`twopath: ${error.message}`);
    return exitCode.unreadable;
  }
  console.error("twopath: internal error, please report it with this trace:");
  console.error(error);
  return exitCode.internal;
}

showControls(process.stdout);
showControls(process.stderr);
// Who reads no further (`| head`) has what they wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? exitCode.done);
});

process.exitCode = await main(process.argv);
