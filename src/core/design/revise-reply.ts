import { z } from "zod";
import { visibleText } from "../markdown/hidden-text.ts";
import { designProblem, sectionsOf } from "./design-problem.ts";
import { hidesMore, visibleEdit } from "./visible-edit.ts";

const reply = z.object({
  edits: z.array(z.object({ old_text: z.string().min(1), new_text: z.string() })).max(40),
  summary: z.string(),
});

export type Edit = z.infer<typeof reply>["edits"][number];
export type Revision = z.infer<typeof reply>;

/** The model's answer, or null when it is not what was asked for. */
export function readRevision(text: string): Revision | null {
  try {
    const parsed = reply.safeParse(JSON.parse(text));
    return parsed.success ? { ...parsed.data, summary: oneLine(parsed.data.summary) } : null;
  } catch {
    return null;
  }
}

export type Revised =
  | { readonly text: string; readonly changed: number; readonly sections: readonly string[] }
  /** Why nothing was changed. */
  | { readonly problem: string };

/**
 * Puts edits into a document. Each passage must stand there exactly once; whatever else people wrote stays byte for
 * byte. All or nothing: a revision that fits only in part, or that breaks the document, changes nothing.
 */
export function applyRevision(document: string, edits: readonly Edit[], known: ReadonlySet<string>): Revised {
  let text = document;
  for (const { old_text: old, new_text: now } of edits) {
    const at = text.indexOf(old);
    if (at < 0) return { problem: "a passage to be changed does not stand in the document as it is now" };
    if (text.includes(old, at + 1)) return { problem: "a passage to be changed stands there more than once" };
    const [before, after] = [text.slice(0, at), text.slice(at + old.length)];
    text = before + visibleEdit(before, now, after) + after;
  }
  if (nestsTooDeep(text)) return { problem: "its lists and quotes would nest too deep to be read" };
  const hides = hidesMore(document, text) ? "part of it would be hidden from those who read the page" : null;
  const problem = hides ?? designProblem(document, text, known);
  return problem === null
    ? { text, changed: edits.length, sections: changedSections(document, text) }
    : { problem };
}

const maxNesting = 40;
const maxIndent = 160;

/** Parsers of Markdown take quadratic time and their stack for what nests deeper than anybody writes. */
function nestsTooDeep(text: string): boolean {
  return text.split("\n").some((line) => {
    const lead = line.slice(0, line.search(/[^\s>*+\d.)-]|$/));
    const marks = lead.match(/>|[-+*](?=[ \t]|$)|\d[.)](?=[ \t]|$)/g)?.length ?? 0;
    return marks > maxNesting || (marks > 0 && lead.length > maxIndent && lead.trim().length < lead.length);
  });
}

/** Titles of the sections whose text is another now. */
function changedSections(before: string, after: string): readonly string[] {
  const was = sectionsOf(before);
  return [...sectionsOf(after)].flatMap(([title, text]) => (was.get(title) === text ? [] : [title]));
}

function oneLine(text: string): string {
  return visibleText(text).text.replace(/\s+/g, " ").trim().slice(0, 600);
}
