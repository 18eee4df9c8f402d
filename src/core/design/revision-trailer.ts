const key = "Asked-In: ";

/** The last line of a revision's commit message: by it the same `/revise` is not done twice, and the commit is told from others. */
export function revisionTrailer(commentId: number | null, asked: string): string {
  return `${key}${String(commentId ?? "button")} ${fnv(asked)}`;
}

/** Whether a commit of the bot's own was asked for by a `/revise`. */
export function isRevision({ message, ours }: { readonly message: string; readonly ours: boolean }): boolean {
  return ours && message.includes(`\n${key}`);
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits: tells texts of one comment apart. */
function fnv(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
