/** Words of an identifier: `maxFrameSize`, `MAX_FRAME_SIZE` and `max-frame-size` have the same three. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/[^A-Za-z0-9]+/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

export function snakeCase(name: string): string {
  return wordsOf(name)
    .map((word) => word.toLowerCase())
    .join("_");
}

/** Capitals inside a word stay as the spec writes them: `requestID` becomes `RequestID`. */
export function pascalCase(name: string): string {
  if (/^[A-Z][A-Z0-9_]*$/.test(name)) return wordsOf(name).map(capital).join("");
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const lead = /^[A-Z]+(?=[A-Z][a-z]|$|\d)/.exec(pascal)?.[0] ?? pascal.charAt(0);
  return lead.toLowerCase() + pascal.slice(lead.length);
}

export function sameCase(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, "_");
}
