import { citedForm } from "./cited-ids.ts";
import { idFinder } from "./id-finder.ts";
import { titlePlaces } from "./title-finder.ts";
import { titleMark } from "./titles.ts";
import type { TokenPlace, TraceIndex } from "./trace-index.ts";

/** What tracing needs of an entry. */
export interface TracedEntry {
  readonly id: string;
  readonly status: "live" | "deprecated" | "retired";
}

/** A line of a target that names an entry. `line` is 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Where a target names an entry, in file order; at most one place a line. */
export interface Cited {
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
}

export interface TargetTrace {
  /** Files of source and tests that were read. */
  readonly files: number;
  /** Entry ID → where it is named; only entries that are. */
  readonly cited: ReadonlyMap<string, Cited>;
  /** IDs written like those of the spec that it does not have. */
  readonly unknown: ReadonlyMap<string, Cited>;
}

/** Which entries a target names, and where. */
export function traceTarget(index: TraceIndex, entries: readonly { readonly id: string }[]): TargetTrace {
  const idsOf = new Map<string, string[]>();
  for (const { id } of entries) {
    const form = citedForm(id);
    idsOf.set(form, [...(idsOf.get(form) ?? []), id]);
  }
  const find = idFinder([...idsOf.keys()]);
  const cited = new Map<string, TokenPlace[]>();
  const unknown = new Map<string, TokenPlace[]>();
  const isHabit = citesNumbers(index, idsOf);
  for (const [token, places] of Object.entries(index.tokens)) {
    if (token.startsWith(titleMark)) continue;
    for (const tagged of [0, 1, 2] as const) {
      const at = places.filter((place) => place[2] === tagged);
      if (at.length === 0) continue;
      for (const { form, known } of find(token, tagged)) {
        if (!known) append(unknown, form, at);
        else if (isHabit || !isShortNumber(form))
          for (const id of idsOf.get(form) ?? []) append(cited, id, at);
      }
    }
  }
  const ids = entries.map(({ id }) => id);
  for (const [id, at] of titlePlaces(ids, index)) append(cited, id, at);
  return {
    files: new Set(index.files.map(({ path }) => path)).size,
    cited: located(cited, index),
    unknown: located(unknown, index),
  };
}

/** Several of the spec's short numbers stand as citations do: one alone may be a version. */
function citesNumbers({ tokens }: TraceIndex, idsOf: ReadonlyMap<string, readonly string[]>): boolean {
  const short = [...idsOf.keys()].filter(isShortNumber);
  const inNames = Object.keys(tokens).some((token) =>
    /^(?:test|req|rule|ac)[A-Za-z_]*\d{1,3}_\d/i.test(token),
  );
  const cited = short.filter(
    (form) => Object.hasOwn(tokens, form) && tokens[form]?.some((place) => place[2] === 2),
  );
  return inNames || cited.length >= Math.min(2, short.length);
}

function isShortNumber(form: string): boolean {
  return /^\d{1,3}\.\d{1,3}$/.test(form);
}

function append(places: Map<string, TokenPlace[]>, id: string, more: readonly TokenPlace[]): void {
  const known = places.get(id);
  if (known) known.push(...more);
  else places.set(id, [...more]);
}

function located(found: ReadonlyMap<string, TokenPlace[]>, index: TraceIndex): Map<string, Cited> {
  return new Map([...found].map(([id, places]) => [id, sides(places, index)]));
}

function sides(places: readonly TokenPlace[], { files }: TraceIndex): Cited {
  const source: Place[] = [];
  const tests: Place[] = [];
  let last: TokenPlace | null = null;
  for (const place of [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const file = files[place[0]];
    if (file && !(last?.[0] === place[0] && last[1] === place[1]))
      (file.test ? tests : source).push({ file: file.path, line: place[1] });
    last = place;
  }
  return { source, tests };
}
