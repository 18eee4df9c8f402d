import type { FileChange } from "../code/file-change.ts";
import { protectedPathProblem } from "../code/guard/protected-path.ts";
import type { SourceFile } from "../entries/entry.ts";
import { entriesIn, stateOf, withState } from "./design-state.ts";

/** A design that stands in the repository. */
export interface ExistingDesign extends SourceFile {
  readonly isExecutable?: true | undefined;
}

/** Its new text, with the mode that its file has. */
export function inMode({ path, isExecutable }: ExistingDesign, content: string): FileChange {
  return isExecutable === true ? { path, content, isExecutable } : { path, content };
}

/** Where a new design goes, and what becomes of the older ones it takes the place of. */
interface DesignPlace {
  readonly path: string;
  readonly superseded: readonly FileChange[];
}

/** A document of this name would be obeyed by agents, not read: `claude.md`, `agents.md`, `skill.md`. */
function isObeyed(path: string): boolean {
  return protectedPathProblem(path.slice(path.lastIndexOf("/") + 1)) !== null;
}

function plainName(stem: string): string {
  return isObeyed(`${stem}.md`) ? `${stem}-design` : stem;
}

/**
 * A design never takes the file of an older one, which may hold decisions of people: it gets a name of its own, and each
 * older one that is about any of its entries says that it is superseded.
 */
export function designPlace(
  wanted: { readonly path: string; readonly pullRequest: number; readonly entries: readonly string[] },
  existing: readonly ExistingDesign[],
): DesignPlace {
  const own = new Set(wanted.entries);
  const superseded = existing
    .filter(({ path, text }) => !isObeyed(path) && !["superseded", null].includes(stateOf(text)))
    .filter(({ text }) => entriesIn(text).some((id) => own.has(id)))
    .map((design) => inMode(design, withState(design.text, "superseded")));
  const taken = new Set(existing.map(({ path }) => path));
  const stem = plainName(wanted.path.replace(/\.md$/, ""));
  const names = [stem, `${stem}-${String(wanted.pullRequest)}`];
  for (let count = 2; names.every((name) => taken.has(`${name}.md`)); count += 1)
    names.push(`${stem}-${String(wanted.pullRequest)}-${String(count)}`);
  return { path: `${names.find((name) => !taken.has(`${name}.md`)) ?? stem}.md`, superseded };
}
