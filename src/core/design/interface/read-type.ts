import type { Parameter, Returned, TypeForm } from "./spec-interface.ts";
import { TypeTokens } from "./type-tokens.ts";
import { united, unwrapped } from "./united.ts";

const deepest = 12;

/** Reads types and parameter lists token by token; anything it does not know makes the whole reading null. */
export class TypeReader {
  readonly #tokens: TypeTokens;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = new TypeTokens(text);
  }

  isAtEnd(): boolean {
    return this.#tokens.isAtEnd;
  }

  type(): TypeForm | null {
    if (this.#depth >= deepest || !this.#tokens.isReadable) return null;
    this.#depth += 1;
    this.#tokens.skip("|");
    const parts: TypeForm[] = [];
    do {
      const part = this.#postfix();
      if (part === null) return null;
      parts.push(part);
    } while (this.#tokens.skip("|"));
    this.#depth -= 1;
    return united(parts);
  }

  /** After `=>`, `->` or `:`: `io` and promises are asynchronous. */
  returned(): Returned | null {
    const isAsync = this.#tokens.skip("io") || this.#tokens.skip("async");
    if (isAsync && (this.isAtEnd() || this.#tokens.peek() === ")")) return { type: null, isAsync };
    const type = this.type();
    return type === null ? null : unwrapped(type, isAsync);
  }

  /** `(a: A, B b?, C)` with its parentheses. */
  parameters(): readonly Parameter[] | null {
    if (!this.#tokens.skip("(")) return null;
    const found: Parameter[] = [];
    while (!this.#tokens.skip(")")) {
      const parameter = this.#parameter();
      if (parameter === null) return null;
      found.push(parameter);
      if (!this.#tokens.skip(",") && this.#tokens.peek() !== ")") return null;
    }
    return found;
  }

  skip(wanted: string): boolean {
    return this.#tokens.skip(wanted);
  }

  #parameter(): Parameter | null {
    const start = this.#tokens.place;
    const named = this.#namedParameter();
    if (named !== null) return named;
    this.#tokens.goTo(start);
    const type = this.type();
    if (type === null) return null;
    const name = isName(this.#tokens.peek()) ? (this.#tokens.next() ?? null) : null;
    const isOptional = this.#tokens.skip("?");
    if (name !== null && type.kind === "named" && type.arguments.length === 0 && isTypeWord(name))
      return nameFirst(type.name, name, isOptional);
    return parameterOf(name, type, isOptional);
  }

  /** `name: Type`, `name?: Type`. */
  #namedParameter(): Parameter | null {
    const name = this.#tokens.next();
    if (!isName(name)) return null;
    const isOptional = this.#tokens.skip("?");
    if (!this.#tokens.skip(":")) return null;
    const type = this.type();
    return type === null ? null : parameterOf(name ?? null, type, isOptional);
  }

  #postfix(): TypeForm | null {
    let form = this.#primary();
    for (;;) {
      if (form === null) return null;
      if (this.#tokens.skip("[]")) form = { kind: "named", name: "List", arguments: [form] };
      else if (this.#tokens.skip("?")) form = { kind: "optional", of: form };
      else return form;
    }
  }

  #primary(): TypeForm | null {
    const word = this.#tokens.next();
    if (word === undefined) return null;
    if (word === ".") return literal(this.#tokens.next());
    if (/^["'\d-]/.test(word)) return literal(word);
    if (word === "(") return this.#group();
    if (word === "[") return this.#bracket();
    if (!isName(word)) return null;
    const parameters = this.#typeArguments();
    return parameters === null ? null : { kind: "named", name: word, arguments: parameters };
  }

  #typeArguments(): TypeForm[] | null {
    const close = this.#tokens.skip("<") ? ">" : this.#tokens.skip("[") ? "]" : null;
    if (close === null) return [];
    const found: TypeForm[] = [];
    do {
      const type = this.type();
      if (type === null) return null;
      found.push(type);
    } while (this.#tokens.skip(","));
    return this.#tokens.skip(close) ? found : null;
  }

  /** `(A, B) -> C`, or a type in parentheses. */
  #group(): TypeForm | null {
    const start = this.#tokens.place - 1;
    this.#tokens.goTo(start);
    const parameters = this.parameters();
    if (parameters !== null && (this.#tokens.skip("->") || this.#tokens.skip("=>"))) {
      const returns = this.returned();
      return returns === null ? null : { kind: "function", parameters, returns };
    }
    this.#tokens.goTo(start + 1);
    const inner = this.type();
    return this.#tokens.skip(")") ? inner : null;
  }

  /** `[K: V]` is a map, `[T]` a list. */
  #bracket(): TypeForm | null {
    const first = this.type();
    if (first === null) return null;
    if (this.#tokens.skip("]")) return { kind: "named", name: "List", arguments: [first] };
    const second = this.#tokens.skip(":") ? this.type() : null;
    if (second === null || !this.#tokens.skip("]")) return null;
    return { kind: "named", name: "Map", arguments: [first, second] };
  }
}

/** The whole text as a type; what cannot be read keeps its words. */
export function readType(text: string): TypeForm {
  const reader = new TypeReader(text);
  const type = reader.type();
  return type !== null && reader.isAtEnd() ? type : { kind: "unknown", words: text.trim().slice(0, 120) };
}

function literal(word: string | undefined): TypeForm | null {
  if (word === undefined) return null;
  return { kind: "literals", values: [word.replace(/^["']|["']$/g, "")] };
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
