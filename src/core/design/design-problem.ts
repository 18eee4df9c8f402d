import { localId } from "./local-id.ts";
import { diagramProblem } from "./diagram-problem.ts";

/**
 * What a change of a design document breaks, or null: its front matter and headings stay, no section becomes empty,
 * diagrams are of the kinds this program knows to parse, and entries that are cited exist.
 */
export function designProblem(before: string, after: string, known: ReadonlySet<string>): string | null {
  if (frontMatterOf(before) !== frontMatterOf(after)) return "the front matter is not to be changed";
  const sections = sectionsOf(after);
  for (const title of sectionsOf(before).keys()) {
    if (!sections.has(title)) return `the section "${title}" is gone`;
    if (sections.get(title)?.trim() === "") return `the section "${title}" would be empty`;
  }
  // The document cites the scenarios of its entries too, and IDs without the path that qualifies them.
  const cited = new Set([...known, ...[...known].map(localId), ...citedIn(before)]);
  const invented = citedIn(after).find((id) => !cited.has(id));
  if (invented !== undefined) return `it cites "${invented.slice(0, 80)}", which is no entry of this design`;
  for (const diagram of diagramsOf(after)) {
    const problem = before.includes(diagram) ? null : diagramProblem(diagram);
    if (problem !== null) return problem;
  }
  return null;
}

function frontMatterOf(text: string): string {
  const end = text.indexOf("\n---\n", 4);
  return text.startsWith("---\n") && end > 0 ? text.slice(0, end) : "";
}

/** Text by heading of the second level; lines in fences are no headings. */
export function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let title: string | null = null;
  let fence: string | null = null;
  for (const line of text.split("\n")) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const opens = fence === null && mark !== undefined;
    if (opens) fence = mark;
    else if (fence !== null && mark?.startsWith(fence) === true) fence = null;
    const heading = fence === null ? /^## (.+)$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) {
      title = heading;
      sections.set(heading, "");
    } else if (title !== null) sections.set(title, `${sections.get(title) ?? ""}${line}\n`);
  }
  return sections;
}

/** IDs in parentheses as the document cites them: `` (`Q1`, `Q2`) ``. */
function citedIn(text: string): readonly string[] {
  return [...text.matchAll(/\((`[^`\n]{1,120}`(?:, `[^`\n]{1,120}`){0,20})\)/g)].flatMap((match) =>
    [...(match[1] ?? "").matchAll(/`([^`]+)`/g)].map((one) => one[1] ?? ""),
  );
}

function diagramsOf(text: string): readonly string[] {
  const diagrams: string[] = [];
  let open: string[] | null = null;
  for (const line of text.split("\n")) {
    if (open === null) open = line === "```mermaid" ? [] : null;
    else if (line === "```") {
      diagrams.push(open.join("\n"));
      open = null;
    } else open.push(line);
  }
  return diagrams;
}
