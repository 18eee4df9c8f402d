/** IDs such as `RTN15a`, `CHA-M10f`, `TR3ν`: a capital letter first, and at least one digit. */
const grammar = /^[A-Z][\p{L}\p{N}-]{0,59}$/u;

export function isCodeId(text: string): boolean {
  return grammar.test(text) && /\d/.test(text);
}

/** The letters before the first digit: entries of one family share them. */
export function idFamily(id: string): string {
  return /^[^\d]{0,60}/.exec(id)?.[0] ?? "";
}

const linkTarget = /#([A-Z][\p{L}\p{N}-]{1,59})/gu;
const word = /[A-Z][\p{L}\p{N}-]{1,59}/gu;

/**
 * IDs a text names, in order, without duplicates: as link targets (`](#ID)`, `":#ID`) whether they exist or not, and in
 * code spans, comments and prose when `known` has them. `own` is left out.
 */
export function codeIdReferences(text: string, own: string, known: ReadonlySet<string>): string[] {
  if (!/\d/.test(text)) return [];
  const at = new Map<string, number>();
  const note = (id: string, index: number): void => {
    if (id !== own && isCodeId(id)) at.set(id, Math.min(index, at.get(id) ?? Infinity));
  };
  for (const found of text.matchAll(linkTarget)) note(found[1] ?? "", found.index);
  for (const found of text.matchAll(word)) if (known.has(found[0])) note(found[0], found.index);
  return [...at].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}
