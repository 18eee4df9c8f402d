const maxWords = 12;

/** At most 12 words; longer text is cut and ends in an ellipsis. A code span is never cut open. */
export function shorten(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length <= maxWords) return words.join(" ");
  let cut = words.slice(0, maxWords).join(" ");
  if (cut.split("`").length % 2 === 0) cut = cut.slice(0, cut.lastIndexOf("`")).trimEnd();
  return `${cut.replace(/[,;:.]$/, "")}…`;
}
