import { visibleText, withoutHiddenCharacters } from "../markdown/hidden-text.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";

const opener = /<(?=!--|!\[CDATA\[|\?|![A-Za-z])/g;

/**
 * What is put between two parts of a document, so that readers see all of it: characters that show as nothing go, and
 * where prose would begin a comment, its mark is written out. Code keeps its marks: `<?php`, `List<?>`.
 */
export function visibleEdit(before: string, text: string, after: string): string {
  // A comment would take in the fences behind it, and none is to be one.
  const { fences } = readMarkdown(before + text.replace(opener, "(") + after);
  const first = before.split("\n").length;
  return text
    .split("\n")
    .map((line, index) => {
      const at = first + index;
      const isCode = fences.some((fence) => fence.line <= at && at <= fence.endLine);
      return isCode ? withoutHiddenCharacters(line) : visibleProse(line);
    })
    .join("\n");
}

/** Whether a page of `after` hides something in comments that `before` did not: read as GitHub reads it. */
export function hidesMore(before: string, after: string): boolean {
  const known = commentsIn(before);
  return commentsIn(after).some((one) => !known.includes(one));
}

/** Of a document that is too large to be parsed, each line that may open one. */
function commentsIn(document: string): readonly string[] {
  const { html, isWhole } = readMarkdown(document);
  const parts = isWhole ? html.map(({ text }) => text) : document.split("\n");
  return parts.filter((text) => new RegExp(opener.source).test(text));
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
