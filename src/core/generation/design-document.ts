import type { Recommendation, Review, WorkPackage } from "../decision/review.ts";
import type { FileChange } from "./file-change.ts";
import { type Language, languageName } from "./language.ts";
import { referenceDiagram } from "./reference-diagram.ts";

export interface DesignInput {
  readonly workPackage: WorkPackage;
  readonly review: Review;
  readonly targets: readonly { readonly name: string; readonly language: Language | null }[];
  /** Folder of design documents, without a slash at the end. */
  readonly folder: string;
  /** Of core/spec: says whether an entry's text is still the same. */
  readonly fingerprint: (text: string) => string;
  /** Where a line of the spec can be read, from the document. */
  readonly link: (file: string, line: number) => string;
}

const longestQuote = 2000;

/**
 * The design document of a work package without a model: only what the spec itself holds, every statement with the id
 * of its entry, and a question for each thing the spec leaves open. What is not in the spec is left to people, and
 * said so. Spec text stands in fences longer than any in it, so nothing of it becomes live.
 */
export function designDocument(input: DesignInput): FileChange {
  const members = input.review.recommendations.filter(({ change }) =>
    input.workPackage.entries.includes(change.id),
  );
  const sections: readonly (readonly [string, string])[] = [
    ["Intent", intent(members, input)],
    ["Public interfaces", interfaces(input)],
    ["Main abstractions", abstractions(members)],
    ["Data flow", dataFlow(members)],
    ["Platform constraints", answered(members, "platform-constraints")],
    ["Performance", answered(members, "performance-choices")],
    ["Test plan", testPlan(members, input)],
    ["Open questions", questions(members)],
    ["Decisions", "None yet. Write down what was decided, by whom and why."],
  ];
  const body = sections.map(([title, text]) => `## ${title}\n\n${text}\n`).join("\n");
  const content = `${frontMatter(members, input)}\n# Design: ${input.workPackage.slug}\n\n${body}`;
  return { path: `${input.folder}/${input.workPackage.slug}.md`, content };
}

function frontMatter(members: readonly Recommendation[], input: DesignInput): string {
  const entries = members.map(
    ({ change }) =>
      `  - id: ${JSON.stringify(change.id)}\n    fingerprint: ${JSON.stringify(input.fingerprint(textOf(change)))}`,
  );
  const targets = input.targets.map(({ name }) => JSON.stringify(name)).join(", ");
  return `---\nstatus: draft\nentries:\n${entries.join("\n")}\ntargets: [${targets}]\n---\n`;
}

function intent(members: readonly Recommendation[], input: DesignInput): string {
  return members
    .map(({ change }) => {
      const text = textOf(change);
      const quote = text.length > longestQuote ? `${text.slice(0, longestQuote)}\n(shortened)` : text;
      return `${code(change.id)} (${change.kind}, [line ${change.line}](${input.link(change.file, change.line)})):\n\n${fenced(quote)}`;
    })
    .join("\n\n");
}

function interfaces(input: DesignInput): string {
  const names = input.targets.map(({ name, language }) =>
    code(language === null ? name : `${name}: ${languageName(language)}`),
  );
  const where = names.length === 0 ? "each target" : names.join(", ");
  return `Not derived from the spec: nothing is invented here. Write down the public interface for ${where}, with the spec's own names.`;
}

function abstractions(members: readonly Recommendation[]): string {
  const lines = members.flatMap(({ change }) => {
    const names = codeSpans(textOf(change));
    return names.length === 0 ? [] : [`- ${names.map(code).join(", ")} (${code(change.id)})`];
  });
  return lines.length === 0
    ? "The entries name no identifiers. Name the parts that take part, and what each is for."
    : lines.join("\n");
}

function dataFlow(members: readonly Recommendation[]): string {
  const diagram = referenceDiagram(members.flatMap(({ change }) => change.after ?? change.before ?? []));
  if (diagram === null) return "The entries refer to nothing, so there is no diagram to draw from them.";
  return `How the entries refer to each other:\n\n\`\`\`mermaid\n${diagram}\n\`\`\``;
}

function answered(members: readonly Recommendation[], criterion: string): string {
  const lines = members.flatMap(({ change, criteria }) =>
    criteria
      .filter((answer) => answer.id === criterion && answer.verdict !== "no")
      .flatMap((answer) => answer.evidence.map(({ quote }) => `- ${code(change.id)}: ${code(quote)}`)),
  );
  return lines.length === 0 ? "Nothing in the entries." : lines.join("\n");
}

function testPlan(members: readonly Recommendation[], input: DesignInput): string {
  return members
    .map(({ change, testData }) => {
      const links = testData.map(({ file, line }) => `[${label(file)}:${line}](${input.link(file, line)})`);
      return `- ${code(change.id)}: ${links.length === 0 ? "no test data in the spec" : `test data at ${links.join(", ")}`}`;
    })
    .join("\n");
}

function questions(members: readonly Recommendation[]): string {
  const lines = members.flatMap(({ change, criteria, needs }) => [
    ...criteria
      .filter(({ verdict }) => verdict === "unclear")
      .map(({ id, because }) => `- ${code(change.id)}, ${id}: ${plain(because)}`),
    ...needs.map((need) => `- ${code(change.id)}: ${plain(need)}`),
  ]);
  return lines.length === 0 ? "None found." : [...new Set(lines)].join("\n");
}

function textOf(change: Recommendation["change"]): string {
  return (change.after ?? change.before)?.text ?? "";
}

function codeSpans(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]{1,120})`/g)].map((match) => match[1] ?? "");
  return [...new Set(spans)].slice(0, 40);
}

/** A code span that holds any text: one line, bounded, with a longer run of backticks around it. */
function code(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 300);
  const ticks = "`".repeat(longestRun(line) + 1);
  return line.startsWith("`") || line.endsWith("`") ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function label(text: string): string {
  return text.replace(/[^A-Za-z0-9_./ -]/g, "_").slice(0, 200);
}

/** Our own words, which may hold words of the spec: no markup survives. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/[\\`*_[\]<>@#!|~&]/g, (character) => `&#${character.charCodeAt(0)};`)
    .slice(0, 600);
}
