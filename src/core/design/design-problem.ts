import { localId } from "./local-id.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
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
  if (diagramTags(after) > diagramTags(before)) return "a diagram stands in a tag instead of a fence";
  const old = new Set(diagramsOf(before));
  for (const diagram of diagramsOf(after)) {
    const problem = old.has(diagram) ? null : diagramProblem(diagram);
    if (problem !== null) return problem;
  }
  return null;
}

function frontMatterOf(text: string): string {
  return readMarkdown(text).passages.find(({ kind }) => kind === "front-matter")?.text ?? "";
}

/** Text by heading of the second level. */
export function sectionsOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n");
  const headings = readMarkdown(text).passages.filter(
    (one) => one.kind === "heading" && one.text.startsWith("## "),
  );
  return new Map(
    headings.map(({ text: heading, endLine }, index) => {
      const end = headings[index + 1]?.line ?? lines.length + 1;
      return [heading.slice(3).trim(), lines.slice(endLine, end - 1).join("\n")] as const;
    }),
  );
}

/** IDs in parentheses as the document cites them: `` (`Q1`, `Q2`) ``. */
function citedIn(text: string): readonly string[] {
  return [...text.matchAll(/\((`[^`\n]{1,120}`(?:, `[^`\n]{1,120}`){0,20})\)/g)].flatMap((match) =>
    [...(match[1] ?? "").matchAll(/`([^`]+)`/g)].map((one) => one[1] ?? ""),
  );
}

/** The diagrams of a page in whatever fence they stand, as GitHub draws them. */
function diagramsOf(text: string): readonly string[] {
  const { fences } = readMarkdown(text);
  return fences
    .filter(({ language }) => language.toLowerCase() === "mermaid")
    .map(({ content }) => content.trimEnd());
}

/** GitHub draws these too; nobody writes one by hand. */
function diagramTags(text: string): number {
  return text.match(/<pre\b[^>]{0,200}mermaid/gi)?.length ?? 0;
}
