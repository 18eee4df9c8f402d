import { type Command, InvalidArgumentError } from "commander";
import { UserError } from "../core/user-error.ts";

interface DemoOptions {
  readonly exit?: true;
  readonly port: number;
  readonly repo?: string;
  readonly base: string;
  readonly head: string;
}

/** `twopath demo`: a spec pull request from push to follow-ups, on a GitHub inside this process. */
export function registerDemo(command: Command): void {
  command
    .option("--exit", "end when everything is shown instead of staying up")
    .option("--port <number>", "port of the local page; 0 takes a free one", port, 0)
    .option("--repo <dir>", "play it with your own spec: a local clone, which is only read")
    .option("--base <rev>", "with --repo: the revision before the change", "main")
    .option("--head <rev>", "with --repo: the revision that holds the change", "HEAD")
    .addHelpText("after", "\nExample: twopath demo --repo . --base main --head my-change")
    .action(async ({ exit, repo, base, head, port: wanted }: DemoOptions, command: Command) => {
      if (repo === undefined && ["base", "head"].some((name) => command.getOptionValueSource(name) === "cli"))
        throw new UserError("--base and --head go with --repo DIR, the clone that has these revisions.");
      const { runDemo } = await import("./demo/run-demo.ts");
      await runDemo({
        stay: exit !== true,
        port: wanted,
        own: repo === undefined ? null : { repo, base, head },
      });
    });
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError("a port is a number from 0 to 65535");
  return number;
}
