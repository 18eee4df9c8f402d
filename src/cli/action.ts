import type { Command } from "commander";

/** `twopath action`: what action.yml runs. Hidden, as it works only inside a workflow of GitHub Actions. */
export function registerAction(program: Command): void {
  program
    .command("action", { hidden: true })
    .description("serve the event of a GitHub Actions workflow run")
    .action(async () => {
      const { runAction } = await import("../action.ts");
      for (const warning of await runAction()) console.log(`::warning title=twopath::${escaped(warning)}`);
    });
}

/** As workflow commands want it (docs.github.com, "Workflow commands for GitHub Actions"). */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
