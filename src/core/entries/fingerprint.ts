import { sha256 } from "./sha256.ts";

/** One way of writing white space, so that wrapping and indentation make no difference. */
export function normaliseText(text: string): string {
  // Most texts are one line with single spaces: looking is cheaper than writing them anew.
  if (!/[^\S ]| {2}/.test(text)) return text.trim();
  return text.replace(/\s+/g, " ").trim();
}

/** First 16 hex digits of the SHA-256 of an own text with its white space normalised: says whether the text is the same. */
export function fingerprint(text: string): string {
  return sha256(normaliseText(text)).slice(0, 16);
}
