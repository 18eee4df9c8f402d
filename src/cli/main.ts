import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { UserError } from "../core/user-error.ts";
import { packageFile } from "../package-file.ts";
import { exitCode } from "./exit-code.ts";
import { showControls } from "./show-controls.ts";
import { subcommands } from "./subcommands.ts";

async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("twopath")
    .description("Says which changed spec entries can go straight to code and which need a design first.")
    .version(version(), "-V, --version")
    .exitOverride()
    .showHelpAfterError("(twopath --help shows the commands)");
  try {
    await addSubcommands(program, argv.slice(2));
    await program.parseAsync(argv);
    return Number(process.exitCode ?? exitCode.done);
  } catch (error) {
    return report(error);
  }
}

/** All by name; only the one that is asked for with its options. Completion tells those of all. */
async function addSubcommands(program: Command, [first, second]: readonly string[]): Promise<void> {
  const wanted = first === "help" ? second : first;
  for (const [name, { says, load }] of Object.entries(subcommands)) {
    const command = program.command(name).description(says);
    if (wanted === name || wanted === "completion") (await load())(command);
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
