/** What a list of globs may hold: each alternative of `{a,b}` counts, and so does each character. */
export const globBounds = { glob: 200, alternatives: 100, characters: 2_000 };

/**
 * Whether a path, with `/`, matches one of the globs and none of those that begin with `!`. `*` and `?` stand within a
 * folder's name, `**` for any folders, `[a-z]` for one character, `{a,b}` for either; a name that begins with a dot has
 * to be written with it. Every step of the match moves forward or to the last `*`, so that it takes no more than the
 * length of the path times that of the glob. Throws RangeError beyond `globBounds`.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = compiled(globs.filter((glob) => !glob.startsWith("!")));
  const refused = compiled(globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)));
  return (path) => {
    const names = path.split("/");
    const matches = (pattern: Pattern): boolean => matchesNames(pattern, names);
    return wanted.some(matches) && !refused.some(matches);
  };
}

/** What is wrong with a list of globs, or null. */
export function globProblem(globs: readonly string[]): string | null {
  try {
    globMatcher(globs);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

/** One character of a name: itself, any, or one of a set. */
type Unit = "*" | { readonly is: (character: string) => boolean; readonly dot: boolean };
type Pattern = readonly (readonly Unit[] | "**")[];

function compiled(globs: readonly string[]): readonly Pattern[] {
  const alternatives = globs.flatMap((glob) => {
    if (glob.length > globBounds.glob)
      throw new RangeError(`a glob has at most ${globBounds.glob} characters`);
    return expanded(glob);
  });
  const characters = alternatives.reduce((sum, one) => sum + one.length, 0);
  if (alternatives.length > globBounds.alternatives || characters > globBounds.characters)
    throw new RangeError(
      `globs have at most ${globBounds.alternatives} alternatives and ${globBounds.characters} characters in all`,
    );
  return alternatives.map((one) =>
    one
      .replace(/^\.?\//, "")
      .split("/")
      .map((name) => (name === "**" ? "**" : unitsOf(name))),
  );
}

/** A glob without `{a,b}`: one for each way to choose. */
function expanded(glob: string): string[] {
  const parts = firstBraces(glob);
  if (parts === null) return [glob];
  const { before, choices, behind } = parts;
  const all: string[] = [];
  for (const choice of choices) {
    all.push(...expanded(before + choice + behind));
    if (all.length > globBounds.alternatives)
      throw new RangeError(`globs have at most ${globBounds.alternatives} alternatives in all`);
  }
  return all;
}

function firstBraces(glob: string): { before: string; choices: string[]; behind: string } | null {
  const start = glob.indexOf("{");
  let depth = 0;
  let from = start + 1;
  const choices: string[] = [];
  for (let at = start; start >= 0 && at < glob.length; at += 1) {
    const character = glob.charAt(at);
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if ((character === "," && depth === 1) || depth === 0) {
      choices.push(glob.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { before: glob.slice(0, start), choices, behind: glob.slice(at + 1) };
  }
  return null;
}

function unitsOf(name: string): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    if (character === "*") {
      if (units.at(-1) !== "*") units.push("*");
      continue;
    }
    const close = character === "[" ? name.indexOf("]", at + 2) : -1;
    if (close > 0) {
      units.push({ is: oneOf(name.slice(at + 1, close)), dot: false });
      at = close;
    } else if (character === "?") units.push({ is: () => true, dot: false });
    else {
      const literal = character === "\\" && at + 1 < name.length ? name.charAt((at += 1)) : character;
      units.push({ is: (other) => other === literal, dot: literal === "." });
    }
  }
  return units;
}

function oneOf(set: string): (character: string) => boolean {
  const isNot = /^[!^]/.test(set);
  const inside = isNot ? set.slice(1) : set;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < inside.length; at += 1) {
    const isRange = inside[at + 1] === "-" && at + 2 < inside.length;
    ranges.push([inside.charAt(at), inside.charAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => character >= from && character <= to) !== isNot;
}

/** Names against names: a `**` takes as many as it has to, and only the last one is asked to take more. */
function matchesNames(pattern: Pattern, names: readonly string[]): boolean {
  let at = 0;
  let name = 0;
  let star = -1;
  let taken = 0;
  while (name < names.length) {
    const one = pattern[at];
    const own = names[name] ?? "";
    if (one === "**") {
      star = at;
      taken = name;
      at += 1;
    } else if (one !== undefined && matchesName(one, own)) {
      at += 1;
      name += 1;
    } else if (star >= 0 && !(names[taken] ?? "").startsWith(".")) {
      taken += 1;
      name = taken;
      at = star + 1;
    } else return false;
  }
  while (pattern[at] === "**") at += 1;
  return at === pattern.length;
}

/** Characters against characters, in the same way. */
function matchesName(units: readonly Unit[], name: string): boolean {
  const first = units[0];
  if (name.startsWith(".") && (first === undefined || first === "*" || !first.dot)) return false;
  let at = 0;
  let character = 0;
  let star = -1;
  let taken = 0;
  while (character < name.length) {
    const unit = units[at];
    if (unit === "*") {
      star = at;
      taken = character;
      at += 1;
    } else if (unit?.is(name.charAt(character)) === true) {
      at += 1;
      character += 1;
    } else if (star >= 0) {
      taken += 1;
      character = taken;
      at = star + 1;
    } else return false;
  }
  while (units[at] === "*") at += 1;
  return at === units.length && (name !== "" || units.length === 0);
}
