/** Choices that a quote leaves open: both sides of an `or` between code spans, of `either … or …`, or doing it and not. */
export function optionsIn(quote: string): readonly string[] {
  const line = quote.replace(/\s+/g, " ").slice(0, 600);
  const listed = listedSpans(line);
  if (listed.length > 1) return listed;
  const either = /\beither ([^,.;]{2,60}?) or ([^,.;]{2,60})/i.exec(line);
  if (either !== null) return [either[1] ?? "", either[2] ?? ""].map((one) => one.trim());
  const may = /\b(?:may|optionally|can choose to)\b(?! not)\s([^.;,]{3,80})/i.exec(line);
  return may === null ? [] : [(may[1] ?? "").trim(), "nothing of the kind"];
}

/** `A`, `B` or `C`. */
function listedSpans(line: string): readonly string[] {
  const match = /((?:`[^`]{1,60}`, ){0,6})`([^`]{1,60})`,? or (?:the |an? )?`([^`]{1,60})`/.exec(line);
  if (match === null) return [];
  const first = [...(match[1] ?? "").matchAll(/`([^`]+)`/g)].map((one) => one[1] ?? "");
  return [...first, match[2] ?? "", match[3] ?? ""];
}
