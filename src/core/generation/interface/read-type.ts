import type { Parameter, Returned, TypeForm } from "./spec-interface.ts";

const token =
  /\s*(?:(->|=>|\[\]|[<>()[\]|?:,.{}&=])|("[^"\n]{0,80}"|'[^'\n]{0,80}')|(-?\d{1,12}(?:\.\d{1,6})?)|([A-Za-z_$][\w$]{0,80}(?:\.[A-Za-z_$][\w$]{0,80}){0,4}))/y;
const deepest = 12;

/** Reads types and parameter lists token by token; anything it does not know makes the whole reading null. */
export class TypeReader {
  readonly #tokens: readonly string[] | null;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  isAtEnd(): boolean {
    return this.#tokens !== null && this.#at >= this.#tokens.length;
  }

  type(): TypeForm | null {
    if (this.#depth >= deepest || this.#tokens === null) return null;
    this.#depth += 1;
    this.#skip("|");
    const parts: TypeForm[] = [];
    do {
      const part = this.#postfix();
      if (part === null) return null;
      parts.push(part);
    } while (this.#skip("|"));
    this.#depth -= 1;
    return united(parts);
  }

  /** After `=>`, `->` or `:`: `io` and promises are asynchronous. */
  returned(): Returned | null {
    const isAsync = this.#skip("io") || this.#skip("async");
    if (isAsync && (this.isAtEnd() || this.#peek() === ")")) return { type: null, isAsync };
    const type = this.type();
    return type === null ? null : unwrapped(type, isAsync);
  }

  /** `(a: A, B b?, C)` with its parentheses. */
  parameters(): readonly Parameter[] | null {
    if (!this.#skip("(")) return null;
    const found: Parameter[] = [];
    while (!this.#skip(")")) {
      const parameter = this.#parameter();
      if (parameter === null) return null;
      found.push(parameter);
      if (!this.#skip(",") && this.#peek() !== ")") return null;
    }
    return found;
  }

  skip(wanted: string): boolean {
    return this.#skip(wanted);
  }

  #parameter(): Parameter | null {
    const start = this.#at;
    const named = this.#namedParameter();
    if (named !== null) return named;
    this.#at = start;
    const type = this.type();
    if (type === null) return null;
    const name = isName(this.#peek()) ? (this.#next() ?? null) : null;
    const isOptional = this.#skip("?");
    if (name !== null && type.kind === "named" && type.arguments.length === 0 && isTypeWord(name))
      return nameFirst(type.name, name, isOptional);
    return parameterOf(name, type, isOptional);
  }

  /** `name: Type`, `name?: Type`. */
  #namedParameter(): Parameter | null {
    const name = this.#next();
    if (!isName(name)) return null;
    const isOptional = this.#skip("?");
    if (!this.#skip(":")) return null;
    const type = this.type();
    return type === null ? null : parameterOf(name ?? null, type, isOptional);
  }

  #postfix(): TypeForm | null {
    let form = this.#primary();
    for (;;) {
      if (form === null) return null;
      if (this.#skip("[]")) form = { kind: "named", name: "List", arguments: [form] };
      else if (this.#skip("?")) form = { kind: "optional", of: form };
      else return form;
    }
  }

  #primary(): TypeForm | null {
    const word = this.#next();
    if (word === undefined) return null;
    if (word === ".") return literal(this.#next());
    if (/^["'\d-]/.test(word)) return literal(word);
    if (word === "(") return this.#group();
    if (word === "[") return this.#bracket();
    if (!isName(word)) return null;
    const parameters = this.#typeArguments();
    return parameters === null ? null : { kind: "named", name: word, arguments: parameters };
  }

  #typeArguments(): TypeForm[] | null {
    const close = this.#skip("<") ? ">" : this.#skip("[") ? "]" : null;
    if (close === null) return [];
    const found: TypeForm[] = [];
    do {
      const type = this.type();
      if (type === null) return null;
      found.push(type);
    } while (this.#skip(","));
    return this.#skip(close) ? found : null;
  }

  /** `(A, B) -> C`, or a type in parentheses. */
  #group(): TypeForm | null {
    this.#at -= 1;
    const start = this.#at;
    const parameters = this.parameters();
    if (parameters !== null && (this.#skip("->") || this.#skip("=>"))) {
      const returns = this.returned();
      return returns === null ? null : { kind: "function", parameters, returns };
    }
    this.#at = start + 1;
    const inner = this.type();
    return this.#skip(")") ? inner : null;
  }

  /** `[K: V]` is a map, `[T]` a list. */
  #bracket(): TypeForm | null {
    const first = this.type();
    if (first === null) return null;
    if (this.#skip("]")) return { kind: "named", name: "List", arguments: [first] };
    const second = this.#skip(":") ? this.type() : null;
    if (second === null || !this.#skip("]")) return null;
    return { kind: "named", name: "Map", arguments: [first, second] };
  }

  #peek(): string | undefined {
    return this.#tokens?.[this.#at];
  }

  #next(): string | undefined {
    const found = this.#peek();
    this.#at += 1;
    return found;
  }

  #skip(wanted: string): boolean {
    if (this.#peek() !== wanted) return false;
    this.#at += 1;
    return true;
  }
}

/** The whole text as a type; what cannot be read keeps its words. */
export function readType(text: string): TypeForm {
  const reader = new TypeReader(text);
  const type = reader.type();
  return type !== null && reader.isAtEnd() ? type : { kind: "unknown", words: text.trim().slice(0, 120) };
}

function tokensOf(text: string): readonly string[] | null {
  const found: string[] = [];
  const scan = new RegExp(token.source, "y");
  const trimmed = text.trim().slice(0, 4000);
  while (scan.lastIndex < trimmed.length) {
    const match = scan.exec(trimmed);
    if (match === null) return null;
    found.push(match[0].trim());
  }
  return found;
}

function literal(word: string | undefined): TypeForm | null {
  if (word === undefined) return null;
  return { kind: "literals", values: [word.replace(/^["']|["']$/g, "")] };
}

function united(parts: readonly TypeForm[]): TypeForm | null {
  const rest = parts.filter((part) => !isNothing(part));
  const values = rest.flatMap((part) => (part.kind === "literals" ? part.values : []));
  const isLiterals = rest.length > 0 && rest.every((part) => part.kind === "literals");
  const inner = rest.map((part) => (part.kind === "optional" ? part.of : part));
  const [only] = inner;
  if (only === undefined) return parts[0] ?? null;
  const type: TypeForm = isLiterals
    ? { kind: "literals", values }
    : inner.length === 1
      ? only
      : { kind: "union", of: inner };
  const isOptional = rest.length < parts.length || rest.some((part) => part.kind === "optional");
  return isOptional ? { kind: "optional", of: type } : type;
}

function isNothing(type: TypeForm): boolean {
  return type.kind === "named" && /^(?:null|nil|undefined|none)$/i.test(type.name);
}

function unwrapped(type: TypeForm, isAsync: boolean): Returned {
  const isPromise = type.kind === "named" && /^(?:Promise|Future|Task|Awaitable)$/.test(type.name);
  const inner = isPromise ? (type.arguments[0] ?? null) : type;
  const isEmpty = inner === null || isNothing(inner) || (inner.kind === "named" && inner.name === "void");
  return { type: isEmpty ? null : inner, isAsync: isAsync || isPromise };
}

function parameterOf(name: string | null, type: TypeForm, isOptional: boolean): Parameter {
  return { name, type, isOptional };
}

/** `allowMargin boolean?`: the name stands first. */
function nameFirst(name: string, type: string, isNullable: boolean): Parameter {
  const named: TypeForm = { kind: "named", name: type, arguments: [] };
  return parameterOf(name, isNullable ? { kind: "optional", of: named } : named, false);
}

function isName(word: string | undefined): boolean {
  return word !== undefined && /^[A-Za-z_$]/.test(word);
}

function isTypeWord(word: string): boolean {
  return /^[A-Z]/.test(word) || /^(?:int|bool|boolean|string|float|double|number|bytes)$/.test(word);
}
