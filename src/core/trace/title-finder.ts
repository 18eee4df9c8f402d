import { plainTitle, titleMark } from "./titles.ts";
import type { TokenPlace, TraceIndex } from "./trace-index.ts";

interface Titled {
  readonly id: string;
  readonly title: string;
  /** The requirement that a scenario is one of, or null. */
  readonly parent: string | null;
}

/** Whether an entry is called by its title, as the requirements and scenarios of OpenSpec are. */
function isTitled(id: string): boolean {
  const own = id.slice(id.lastIndexOf("#") + 1);
  const [first = ""] = own.split("/");
  if (/^\S*\d|\s\d+(?:\.\d+)*[a-z]?$|^(?:requirement|user story) \d/i.test(first)) return false;
  return /^\p{Lu}/u.test(first) || first.includes(" ");
}

/** The requirement that a titled entry is a part of, or null: `spec#Posting` of `spec#Posting/Blank text`. */
export function titledParent(id: string): string | null {
  const start = id.lastIndexOf("#") + 1;
  const end = id.lastIndexOf("/");
  return end > start && isTitled(id) ? id.slice(0, end) : null;
}

/**
 * Places that name entries by their titles. One that is said to be a requirement's or scenario's counts by itself; a
 * test that merely has the same title counts where the target names several entries so, or says so elsewhere.
 */
export function titlePlaces(ids: readonly string[], { tokens }: TraceIndex): Map<string, TokenPlace[]> {
  const titled = ids.filter(isTitled).map(titledOf);
  const said = new Map<string, readonly TokenPlace[]>();
  const bare = new Map<string, readonly TokenPlace[]>();
  for (const { id, title } of titled) {
    if (title.length < 3) continue;
    const explicit = placesOf(tokens, `${titleMark}${titleMark}${title}`);
    const alike = placesOf(tokens, `${titleMark}${title}`);
    if (explicit.length > 0) said.set(id, explicit);
    if (alike.length > 0) bare.set(id, alike);
  }
  const isHabit = said.size > 0 || isTelling([...bare.keys()]);
  const found = new Map<string, TokenPlace[]>();
  for (const { id, title, parent } of titled) {
    const places = [...(said.get(id) ?? []), ...(isHabit ? (bare.get(id) ?? []) : [])];
    const isShared = titled.some((other) => other.title === title && other.id !== id);
    const own =
      isShared && parent !== null ? places.filter((place) => isBelow(place, parent, titled, tokens)) : places;
    if (own.length > 0) found.set(id, own);
  }
  return found;
}

function titledOf(id: string): Titled {
  const own = id.slice(id.lastIndexOf("#") + 1);
  return { id, title: plainTitle(own.slice(own.lastIndexOf("/") + 1)), parent: titledParent(id) };
}

function placesOf(tokens: TraceIndex["tokens"], token: string): readonly TokenPlace[] {
  return Object.hasOwn(tokens, token) ? (tokens[token] ?? []) : [];
}

/** Two entries, and of one of them a title of several words: a group of tests called `Login` tells nothing. */
function isTelling(ids: readonly string[]): boolean {
  return ids.length >= 2 && ids.some((id) => titledOf(id).title.includes(" "));
}

/** Of requirements that are named in a file, the last before a place is the one that it stands below. */
function isBelow(
  [file, line]: TokenPlace,
  parent: string,
  titled: readonly Titled[],
  tokens: TraceIndex["tokens"],
): boolean {
  let nearest: { readonly id: string; readonly line: number } | null = null;
  for (const { id, title, parent: outer } of titled) {
    if (outer !== null) continue;
    const all = [
      ...placesOf(tokens, `${titleMark}${title}`),
      ...placesOf(tokens, `${titleMark}${titleMark}${title}`),
    ];
    for (const [other, at] of all)
      if (other === file && at <= line && (nearest === null || at > nearest.line)) nearest = { id, line: at };
  }
  return nearest?.id === parent;
}
