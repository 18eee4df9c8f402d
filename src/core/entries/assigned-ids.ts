import type { Change } from "./change.ts";
import type { Entry, SourceFile, Spec } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { bindingOf } from "./scoping-title.ts";

/** A shorter text must have been a line of its own. */
const tellingLength = 20;
/** What stands below a title is known again from so many characters on. */
const tellingText = 80;
/** Characters that one diff may look through; beyond it, a new ID is a new entry. */
const maxCharacters = 200_000_000;

/** One side of a pull request. */
interface Side {
  readonly spec: Spec;
  readonly source: (path: string) => SourceFile | undefined;
}

/**
 * An entry whose whole text stood in the same file before, in no entry, and stands there no longer is not new: it was given
 * an ID, or a section its title. Such a change is `renamed` without a previous ID. So a specification that gets its first labels is not a list of
 * new rules.
 */
export function markAssignedIds(changes: readonly Change[], base: Side, head: Side): Change[] {
  const [before, after] = [new Unowned(base), new Unowned(head)];
  return changes.map((change) => {
    if (change.kind !== "added" || change.after === null) return change;
    const wasThere = (text: string): boolean =>
      before.has(change.file, text) && !after.has(change.file, text);
    const isGiven = wasThere(normaliseText(change.after.text)) || wasThere(belowNewTitle(change.after));
    return isGiven ? { ...change, kind: "renamed" } : change;
  });
}

/** A section's text without a title that binds nobody; "" where it is too short to be known again. */
function belowNewTitle({ kind, text }: Entry): string {
  const end = text.indexOf("\n");
  if (kind !== "section" || end < 0 || bindingOf(text.slice(0, end)) !== "") return "";
  const rest = normaliseText(text.slice(end));
  return rest.length < tellingText ? "" : rest;
}

interface Text {
  readonly whole: string;
  readonly lines: ReadonlySet<string>;
}

/** What the files of one side say outside every entry. */
class Unowned {
  private readonly side: Side;
  private readonly texts = new Map<string, Text>();
  private left = maxCharacters;

  constructor(side: Side) {
    this.side = side;
  }

  has(path: string, text: string): boolean {
    const known = this.texts.get(path) ?? this.read(path);
    this.texts.set(path, known);
    if (text.length < tellingLength) return text !== "" && known.lines.has(text);
    this.left -= known.whole.length;
    return this.left >= 0 && known.whole.includes(text);
  }

  private read(path: string): Text {
    const { spec, source } = this.side;
    const entries = spec.files.find((file) => file.path === path)?.entries ?? [];
    const owned = new Set(entries.flatMap((entry) => entry.lines.map(({ line }) => line)));
    const lines = (source(path)?.text ?? "").split("\n").filter((_, i) => !owned.has(i + 1));
    return { whole: normaliseText(lines.join("\n")), lines: new Set(lines.map(normaliseText)) };
  }
}
