/** A line that opens a fence, or that may close one. */
export interface FenceLine {
  /** Marks of the quotes and list items that it stands in, and its indentation. */
  readonly lead: string;
  readonly mark: string;
  /** What follows the mark, verbatim. */
  readonly info: string;
}

/** Reads a line by itself, for texts of which no blocks are known; null for any line that opens and closes no fence. */
export function fenceLine(line: string): FenceLine | null {
  const lead = /^[\s>*+\d.)-]*/.exec(line)?.[0] ?? "";
  const mark = /^(?:`{3,}|~{3,})/.exec(line.slice(lead.length))?.[0];
  if (mark === undefined) return null;
  const info = line.slice(lead.length + mark.length);
  return mark.startsWith("`") && info.includes("`") ? null : { lead, mark, info };
}

/** Whether a line closes the fence that `open` opened. */
export function closesFence(open: FenceLine, line: string): boolean {
  const closing = fenceLine(line);
  if (closing === null || closing.info.trim() !== "" || !closing.mark.startsWith(open.mark)) return false;
  return closing.lead.replace(/\s/g, "") === open.lead.replace(/[^>]/g, "");
}

/** The lines of a text, each with whether it is a fence's mark or stands in one. */
export function withFences(text: string): readonly { readonly text: string; readonly inFence: boolean }[] {
  let open: FenceLine | null = null;
  return text.split("\n").map((line) => {
    const before: FenceLine | null = open;
    if (before === null) open = fenceLine(line);
    else if (closesFence(before, line)) open = null;
    return { text: line, inFence: before !== null || open !== null };
  });
}
