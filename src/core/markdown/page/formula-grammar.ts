import { delimiter, drawing, environments, sized, symbols, withLimits } from "./formula-commands.ts";

/** Signs of TeX, of which `\begin{…}` and a text are one. `%` begins a comment, and is none. */
const token =
  /\\(?:begin|end)\s?\{[A-Za-z]+\*?\}|\\(?:text(?:bf|it|tt|rm)?|operatorname\*?)\s?\{(?:[^\\${}%&#_^]|\\[_%&#]){0,400}\}|\\[A-Za-z]+|\\[,;: {}|&$%#_!\\\n]|[^\\$%#]/gu;

/** More negative spaces than these draw words over each other, or off the page. */
const mostNegativeSpaces = 2;
const mostLevels = 30;
/** Scripts of scripts are too small to be read; more letters than these in those of a formula may be words. */
const mostSmallLetters = 8;
/** The root of `\sqrt[3]{x}` goes up to the first bracket, whatever stands before it. */
const plainOption = /^\[[A-Za-z\d +-]{1,12}\]$/;
const negated =
  /^(?:[=<>]|\\(?:in|ni|subset|subseteq|supset|supseteq|equiv|sim|approx|exists|mid|parallel))$/;

/**
 * Whether all of a formula of TeX is drawn, so that it can be read: it is of this grammar. Of anything else (commands that are not
 * known, mistakes, comments, spaces that move words away) only a part may be drawn.
 */
export function isDrawn(formula: string): boolean {
  const tokens = formula.match(token) ?? [];
  if (tokens.join("") !== formula) return false;
  if (tokens.filter((one) => one === "\\!").length > mostNegativeSpaces) return false;
  return new Reader(tokens).isWhole();
}

/** What ends a list of items, and what may stand in it. */
interface Place {
  readonly end: string;
  readonly level: number;
  /** How many scripts it stands in. */
  readonly scripts: number;
  readonly hasRows: boolean;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #smallLetters = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  isWhole(): boolean {
    return this.#items({ end: "", level: 0, scripts: 0, hasRows: false }) && this.#at === this.#tokens.length;
  }

  /** Items up to the end, which is taken. */
  #items(place: Place): boolean {
    if (place.level > mostLevels) return false;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (next === place.end) {
        this.#at += 1;
        return true;
      }
      if (next === "&" || next === "\\\\") {
        if (!place.hasRows) return false;
        this.#at += 1;
        if (next === "\\\\" && !this.#rowBegins()) return false;
      } else if (!this.#atom(place) || !this.#scripts(place, next)) return false;
    }
    return place.end === "";
  }

  #next(): string | undefined {
    while (/^\s$/.test(this.#tokens[this.#at] ?? "")) this.#at += 1;
    return this.#tokens[this.#at];
  }

  /** `\\[2pt]` is a space, any other bracket there a mistake; lines stand before the first item. */
  #rowBegins(): boolean {
    if (this.#next() === "[") {
      const space = this.#through("]");
      if (!/^\[\d(?:\.\d)?(?:em|ex|pt|px|mm)\]$/.test(space)) return false;
    }
    this.#lines();
    return true;
  }

  #lines(): void {
    while (this.#next() === "\\hline") this.#at += 1;
  }

  /** What stands up to a sign, which is taken. */
  #through(sign: string): string {
    const from = this.#at;
    const end = this.#tokens.indexOf(sign, from);
    this.#at = end < 0 ? this.#tokens.length : end + 1;
    return this.#tokens.slice(from, this.#at).join("");
  }

  #atom(place: Place): boolean {
    const one = this.#next();
    if (one === undefined) return false;
    this.#at += 1;
    if (one === "{") return this.#items(inside(place, "}"));
    if (!one.startsWith("\\")) return this.#sign(one, place);
    if (/^\\(?:text|operatorname)/.test(one)) return one.endsWith("}") && place.scripts < 2;
    if (one.startsWith("\\begin")) return this.#environment(nameIn(one), place);
    if (one === "\\left")
      return this.#delimiter() && this.#items(inside(place, "\\right")) && this.#delimiter();
    if (sized.test(one)) return this.#delimiter();
    if (one === "\\displaystyle") return true;
    if (one === "\\substack") return this.#rows(place);
    if (one === "\\not") return negated.test(this.#next() ?? "");
    return this.#command(one.slice(1), place);
  }

  #rows(place: Place): boolean {
    if (this.#next() !== "{") return false;
    this.#at += 1;
    return this.#items({ ...inside(place, "}"), hasRows: true });
  }

  #sign(one: string, place: Place): boolean {
    if (place.scripts >= 2 && /\p{L}/u.test(one)) this.#smallLetters += 1;
    return this.#smallLetters <= mostSmallLetters && !/[}^_&']/.test(one);
  }

  #command(name: string, place: Place): boolean {
    if (!/^[A-Za-z]/.test(name) || symbols.has(name)) return true;
    const count = Object.hasOwn(drawing, name) ? (drawing[name] ?? 0) : 0;
    if (count === 0) return false;
    if (name === "sqrt" && this.#next() === "[" && !plainOption.test(this.#through("]"))) return false;
    return Array.from({ length: count }).every(() => this.#argument(place));
  }

  /** A group, or one sign; a command with arguments is none. */
  #argument(place: Place): boolean {
    const one = this.#next();
    if (one === undefined || one === place.end) return false;
    if (one === "{") return this.#atom(place);
    this.#at += 1;
    if (/^[\p{L}\p{N}*+]$/u.test(one)) return this.#sign(one, place);
    return one.startsWith("\\") && symbols.has(one.slice(1));
  }

  /** At most one below and one above, and a prime only before one above. */
  #scripts(place: Place, base: string): boolean {
    // What these put below or above their argument is its script.
    const had = new Set(base === "\\underset" ? "_" : /^\\(?:overset|stackrel)$/.test(base) ? "^" : "");
    for (let next = this.#next(); ; next = this.#next()) {
      if (next === "\\limits" || next === "\\nolimits") {
        if (!withLimits.has(base.slice(1)) || had.size > 0) return false;
        this.#at += 1;
      } else if (next === "'" && !had.has("^")) this.#at += 1;
      else if (next === "_" || next === "^") {
        if (had.has(next)) return false;
        had.add(next);
        this.#at += 1;
        if (!this.#argument({ ...place, scripts: place.scripts + 1 })) return false;
      } else return next !== "'" || !had.has("^");
    }
  }

  #delimiter(): boolean {
    const one = this.#next();
    this.#at += 1;
    return one !== undefined && delimiter.test(one);
  }

  #environment(name: string, place: Place): boolean {
    if (!environments.test(name)) return false;
    const isFirst = this.#at === 1;
    if (/^(?:array|alignat)/.test(name) && !this.#columns()) return false;
    // What stands there first is taken for an option.
    if (this.#next() === "[") return false;
    this.#lines();
    const isRead = this.#items({ ...inside(place, `\\end{${name}}`), hasRows: true });
    if (!/^(?:align|alignat|gather|equation)\*?$/.test(name)) return isRead;
    // These are a formula of their own.
    return isRead && isFirst && place.level === 0 && this.#at === this.#tokens.length;
  }

  #columns(): boolean {
    return this.#next() === "{" && /^\{[clr|\d ]{1,40}\}$/.test(this.#through("}"));
  }
}

function inside(place: Place, end: string): Place {
  return { ...place, end, level: place.level + 1, hasRows: false };
}

function nameIn(begin: string): string {
  return /\{([^{}]*)\}/.exec(begin)?.[1] ?? "";
}
