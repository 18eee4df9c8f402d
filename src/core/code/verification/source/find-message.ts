import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Values } from "../../syntax/values.ts";

/** Places of a message of the entry that each case fills. */
export const messageHole = /\{[\w .-]{1,40}\}|<[a-z][\w -]{0,40}>/g;

const hole =
  /\$\{[^}]{0,200}\}|#\{[^}]{0,200}\}|\\\([^)]{0,200}\)|\{[^{}]{0,200}\}|%[-+#0]{0,4}\d{0,6}(?:\.\d{1,6})?[a-zA-Z@]|\$\w+/g;

/** Where the values hold a message; it counts with holes where it is put together. */
export function findMessage(values: Values, message: string): SyntaxNode | null {
  const parts = message.split(messageHole).map((part) => part.trim());
  return parts.length === 1 ? findText(values, message) : findParts(values, parts);
}

/** A message with holes: all that stands around them, in its order, or the telling half of it. */
function findParts({ strings }: Values, parts: readonly string[]): SyntaxNode | null {
  const whole = parts.join("").length;
  const [longest = ""] = parts.toSorted((a, b) => b.length - a.length);
  const holds = (text: string): boolean => {
    let at = 0;
    for (const part of parts) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return true;
  };
  const tells = (text: string): boolean =>
    (longest.length * 2 >= whole && text.includes(longest)) ||
    (text.trim().length > 7 && parts.some((part) => part.includes(text.trim())));
  const found = strings.find(
    ([text, node]) =>
      holds(text) || tells(text) || (/regex/.test(node.type) && sharedWords(text, parts.join(" ")) >= 0.5),
  );
  return found?.[1] ?? null;
}

function findText({ strings }: Values, message: string): SyntaxNode | null {
  for (const [text, node] of strings) {
    if (text.includes(message)) return node;
    if (/regex/.test(node.type) && sharedWords(text, message) >= 0.5) return node;
    // Tests often assert the telling half of a message.
    if (text.length * 2 >= message.length && message.includes(text.trim()) && text.trim().length > 7)
      return node;
    if (text.search(hole) >= 0 && fills(text, message)) return node;
  }
  return null;
}

/** Whether the message is what the template gives when its holes are filled. */
function fills(template: string, message: string): boolean {
  const chunks = template.split(hole).filter((chunk) => chunk.trim() !== "");
  let at = 0;
  for (const chunk of chunks) {
    const found = message.indexOf(chunk.trim(), at);
    if (found < 0) return false;
    at = found + chunk.trim().length;
  }
  return chunks.join("").trim().length * 2 >= message.length;
}

function sharedWords(text: string, message: string): number {
  const words = message.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const held = text.toLowerCase();
  return words.filter((word) => held.includes(word)).length / Math.max(1, words.length);
}
