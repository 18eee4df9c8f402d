import { plainTitle } from "./escape.ts";
import { subjectLine } from "./follow-up-body.ts";

interface LocalCommitFacts {
  readonly entries: readonly { readonly id: string; readonly file: string; readonly line: number }[];
  /** Commit of the spec that the entries were read at. */
  readonly specCommit: string;
  readonly model: { readonly name: string; readonly origin: "live" | "recorded" | "scripted" };
  /** Writes that the change needed and that were refused. */
  readonly incomplete: readonly string[];
  readonly notVerified: readonly string[];
}

/** Message of the commit that `twopath generate` makes. Nothing of the model's own words stands in it. */
export function localCommitMessage(facts: LocalCommitFacts): string {
  const { entries, specCommit, model, incomplete, notVerified } = facts;
  const bullet = (line: string): string => `- ${line.replace(/[\p{C}\s]+/gu, " ")}`;
  const origin = model.origin === "live" ? "" : ` (${model.origin})`;
  const lines = [
    subjectLine(
      "Implement",
      entries.map(({ id }) => id),
    ),
    "",
    ...(incomplete.length === 0
      ? []
      : ["Incomplete, these writes were refused:", ...incomplete.map(bullet), ""]),
    `Entries at commit ${specCommit} of the spec:`,
    ...entries.map(({ id, file, line }) => `- ${plainTitle(id)} at ${plainTitle(file)}:${line}`),
    "",
    `Written by ${plainTitle(model.name)}${origin}. Not verified:`,
    ...notVerified.map(bullet),
  ];
  return `${lines.join("\n")}\n`;
}
