/** In words of a page `>` and `"` are references: they end nothing. */
export type Until = "'" | "the end of the file";

/** What ends the attribute that a tag leaves open. */
export function openQuote(html: string): Until | null {
  const quotes = /=\s{0,9}(["'])/g;
  for (let found = quotes.exec(html); found !== null; found = quotes.exec(html)) {
    const { 1: quote = "", index } = found;
    if (html.lastIndexOf("<", index) <= html.lastIndexOf(">", index)) continue;
    const end = html.indexOf(quote, quotes.lastIndex);
    if (end < 0) return quote === "'" ? quote : "the end of the file";
    quotes.lastIndex = end + 1;
  }
  return null;
}
