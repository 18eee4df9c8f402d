import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visibleText, withoutHiddenCharacters } from "../entries/hidden-text.ts";

const opener = /<(?=!--|!\[CDATA\[|\?|![A-Za-z])/g;

/**
 * What takes the place of a passage, so that readers see all of it: characters that show as nothing go, and where prose
 * would begin a comment, its mark is written out. Code keeps its marks: `<?php`, `List<?>`.
 */
export function visibleEdit(document: string, at: number, text: string): string {
  let fence = fenceAt(document.slice(0, at));
  // What follows on the line of the passage before it is no line of its own.
  const starts = at === 0 || document[at - 1] === "\n";
  return text
    .split("\n")
    .map((line, index) => {
      const mark = index > 0 || starts ? fenceMark(line) : null;
      const isCode = fence !== null || mark !== null;
      fence = fenceAfter(fence, mark);
      return isCode ? withoutHiddenCharacters(line) : visibleProse(line);
    })
    .join("\n");
}

/** Whether a page of `after` hides something in comments that `before` did not: read as GitHub reads it. */
export function hidesMore(before: string, after: string): boolean {
  const known = commentsIn(before);
  return commentsIn(after).some((one) => !known.includes(one));
}

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

function commentsIn(document: string): readonly string[] {
  const found: string[] = [];
  const waiting: Node[] = [parser.parse(document)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "html" && typeof node.value === "string" && new RegExp(opener.source).test(node.value))
      found.push(node.value);
    waiting.push(...(node.children ?? []));
  }
  return found;
}

function visibleProse(line: string): string {
  const parts = line.split(/(`+)/);
  let shown = "";
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const close = part.startsWith("`") ? parts.indexOf(part, index + 1) : -1;
    if (close < 0) shown += withoutHiddenCharacters(part).replace(opener, "&lt;");
    else {
      shown += withoutHiddenCharacters(parts.slice(index, close + 1).join(""));
      index = close;
    }
  }
  return line.includes("`") ? shown : visibleText(shown).text;
}

/** The marks of a line that opens or closes a fence, or null. */
function fenceMark(line: string): string | null {
  return /^\s{0,6}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
}

function fenceAfter(fence: string | null, mark: string | null): string | null {
  if (mark === null) return fence;
  if (fence === null) return mark;
  return mark.startsWith(fence) ? null : fence;
}

function fenceAt(text: string): string | null {
  return text.split("\n").reduce<string | null>((fence, line) => fenceAfter(fence, fenceMark(line)), null);
}
