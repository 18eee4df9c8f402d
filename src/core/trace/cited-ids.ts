/** An ID standing in a text. `line` is 1-based. */
export interface Citation {
  readonly id: string;
  readonly line: number;
}

/**
 * The ID as source code would cite it: without the qualifier that makes it unique in the spec (`path#id`,
 * `condition 4.3.2`), and of a title that begins with an ID, that ID (`DG-1 Daily digest`).
 */
export function citedForm(id: string): string {
  const own = id.slice(id.lastIndexOf("#") + 1);
  const number = numberedRule.exec(own)?.[1];
  if (number !== undefined) return number;
  return own.includes("/") ? numberOf(own) : (titledId.exec(own)?.[1] ?? numberOf(own));
}

/** `1-parsing/1.2-a-number-with`: a rule that the author numbered, below a heading. */
const numberedRule = /\/(\d{1,3}(?:\.\d{1,3}){1,3})-[^/]*$/;

const titledId =
  /^([A-Z][A-Za-z]{0,9}(?:[-_.][A-Z][A-Za-z]{0,9}){0,3}[-_.]?\d{1,6}(?:[.-]\d{1,4}){0,3}[a-z]?):?\s/;

/** The number of `condition 4.3.2`; a title is cited as a whole. */
function numberOf(text: string): string {
  const last = text.slice(text.lastIndexOf(" ") + 1);
  return /\d/.test(last) ? last : text;
}

/** `CHA-T4a5` → `CHA-T`, 4, a, 5; `1.4.13` → 1, 4, 13. The first part names the family, each further one narrows it. */
export function idSegments(id: string): string[] {
  const digit = id.search(/\d/);
  const head = digit > 0 ? [id.slice(0, digit)] : [];
  return [...head, ...(id.slice(Math.max(digit, 0)).match(/[A-Za-z]+|\d+/g) ?? [])];
}

/** How near two IDs are, from 0 (other families) to 1 (the same): by the leading segments that they share. */
export function idNearness(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  if (shared === 0) return 0;
  if (shared === a.length && shared === b.length) return 1;
  const distance = a.length + b.length - 2 * shared;
  return shared === 1 ? 0.1 : Math.max(0.2, 0.75 - 0.15 * (distance - 1));
}

/**
 * Finds every ID of the same families in a text. A family is the part before the first digit (`RTL` of `RTL13a`).
 * IDs made of digits alone (`1.4.13`) look like versions and addresses, so only those with at least three parts count.
 */
export function citationFinder(ids: readonly string[]): (text: string) => Citation[] {
  const stems = new Set<string>();
  for (const id of ids.map(citedForm)) {
    const digit = id.search(/\d/);
    if (digit > 0) stems.add(escapeRegExp(id.slice(0, digit)) + "\\d[0-9A-Za-z]*");
    else if (digit === 0) stems.add(`${escapeRegExp(id.split(".")[0] ?? id)}(?:\\.\\d{1,4}){2,6}`);
    else if (id.length > 3) stems.add(escapeRegExp(id));
  }
  if (stems.size === 0) return () => [];
  const pattern = new RegExp(`(?<![A-Za-z0-9_.])(?:${[...stems].join("|")})(?![A-Za-z0-9_])`, "g");
  return (text) => {
    const found: Citation[] = [];
    let line = 1;
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      for (; at < match.index; at++) if (text.charCodeAt(at) === 10) line++;
      found.push({ id: match[0], line });
    }
    return found;
  };
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
