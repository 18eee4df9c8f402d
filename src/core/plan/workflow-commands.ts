import type { Review } from "../decision/review.ts";
import { verdictLine } from "../message/verdict-line.ts";
import type { Annotation } from "./action.ts";
import { annotationsOf } from "./plan-check.ts";

/**
 * The review as commands to a runner of GitHub Actions, which shows them at the lines of the pull request
 * (docs.github.com, "Workflow commands"), and its verdict in one line. A spec's words stay within their command.
 */
export function workflowCommands(review: Review): string {
  const verdict = verdictLine(review);
  return `${[...annotationsOf(review).map(command), verdict].join("\n")}\n`;
}

function command({ level, path, startLine, endLine, title, message }: Annotation): string {
  const place = { file: path, line: String(startLine), endLine: String(endLine), title };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
  return `::${level} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
