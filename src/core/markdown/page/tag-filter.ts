/** Elements whose tags GitHub shows as text, and with them what stands between (GitHub Flavored Markdown, 6.11). */
const filtered =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s>]|\/>))/gi;

/** HTML as GitHub hands it to a browser. */
export function withFilteredTags(html: string): string {
  return html.replace(filtered, "&lt;");
}

/** Whether a tag is text on the page, attributes and all. */
export function isFiltered(tag: string): boolean {
  return tag.search(filtered) === 0;
}
