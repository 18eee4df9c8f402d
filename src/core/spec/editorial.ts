import { normaliseText } from "./fingerprint.ts";

/**
 * Whether two texts differ in nothing that could matter: emphasis marks, white space, typographic quotes, a final full
 * stop, hard breaks. Words, their case, code, numbers and links are meaning.
 */
export function isEditorial(before: string, after: string): boolean {
  return bare(before) === bare(after);
}

function bare(text: string): string {
  // Code spans stand at odd places; what is inside them is kept as written.
  const parts = normaliseText(text).split("`");
  const plain = parts.map((part, i) => (i % 2 === 1 ? `\`${part}\`` : plainText(part)));
  return normaliseText(plain.join("")).replace(/[.:;]$/, "");
}

function plainText(text: string): string {
  return text
    .replace(/\*{1,3}|_{2}/g, "")
    .replace(/\\$/gm, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/^[>#-]+ /gm, "");
}
