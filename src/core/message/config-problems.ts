import type { ConfigProblem } from "../repo-config.ts";
import { clip, codeText, inlineText } from "./escape.ts";

/** Errors of `.github/twopath.yml`, for the pull request. */
export function configProblemsMessage(problems: readonly ConfigProblem[]): string {
  const lines = problems.slice(0, 20).map(({ path, line, message, remedy }) => {
    const where = path === "" ? "" : ` ${codeText(clip(path, 120))}`;
    return `- Line ${line}${where}: ${inlineText(clip(message, 200))} ${inlineText(clip(remedy, 200))}`;
  });
  const head =
    "**`.github/twopath.yml` on the base branch has errors; until they are fixed, the defaults hold.**";
  return [head, "", ...lines].join("\n");
}
