import { closesFence, fenceLine } from "../fence.ts";

/**
 * A text in pieces that begin with a heading, each of about `most` characters at most where headings allow. Joined by ends
 * of lines they are the text.
 */
export function chapters(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let open: ReturnType<typeof fenceLine> = null;
  const end = (): void => {
    if (lines.length > 0) pieces.push(lines.join("\n"));
    [lines, size] = [[], 0];
  };
  for (const line of text.split("\n")) {
    if (open === null && size > 0 && isBreak(line, size, most)) end();
    if (open !== null && closesFence(open, line)) open = null;
    else open ??= fenceLine(line);
    lines.push(line);
    size += line.length + 1;
  }
  end();
  return pieces;
}

/** A chapter begins here, and the piece is long enough; or it is too long by far, and any paragraph will do. */
function isBreak(line: string, size: number, most: number): boolean {
  if (/^#{1,6}\s/.test(line)) return size >= most / 2;
  return size >= most && line.trim() === "";
}
