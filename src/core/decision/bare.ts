/**
 * Text without its markup: list markers, emphasis, link targets, table rules, template tags, HTML tags and
 * badges go; whitespace becomes one space;
 * prose is lower case. Code spans keep their letters, for case inside them is meaning. Definitions, and labels of references that
 * are defined, are gone where a file is read (`seenFile`): what looks like one is words.
 */
export function bare(text: string): string {
  const plain = text
    .replace(/^[ \t|:-]{3,}$/gm, " ")
    .replace(/\{%[^%\n]{0,400}%\}|\{\{[^{}\n]{0,400}\}\}/g, " ")
    .replace(/!\[[^\]\n]{0,200}\]\([^()\n]{0,1000}\)/g, " ")
    .replace(/\]\([^()\n]*\)/g, "]")
    .replace(/\]\[/g, "] [");
  const parts = plain.split("`");
  return parts
    .map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? part : prose(part)))
    .join("`")
    .replace(/`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function prose(text: string): string {
  return text
    .replace(/<[^<>\n]{0,400}>/g, " ")
    .replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)[ \t]+/gm, " ")
    .replace(/[*_[\]|]/g, " ")
    .replace(/[–—]|-{2,3}/g, "-")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .toLowerCase();
}
