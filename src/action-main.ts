import { runAction } from "./action.ts";
import { UserError } from "./core/user-error.ts";

/** What action.yml runs: the event of this workflow run, its warnings as annotations of the run. */
try {
  for (const warning of await runAction()) annotate("warning", warning);
} catch (error) {
  if (error instanceof UserError) annotate("error", error.message);
  else process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
}

function annotate(level: "warning" | "error", text: string): void {
  process.stdout.write(`::${level} title=twopath::${escaped(text)}\n`);
}

/** As workflow commands want it (docs.github.com, "Workflow commands for GitHub Actions"). */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
