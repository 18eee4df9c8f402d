import { camelCase, pascalCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

const primitives: Readonly<Record<string, string>> = {
  Boolean: "boolean",
  Integer: "int",
  Long: "long",
  Double: "double",
};

/** Java writes primitives where a value is always there, and boxes elsewhere. */
function plain(type: string): string {
  return type.startsWith(nullable) ? type.slice(nullable.length) : (primitives[type] ?? type);
}

const nullable = "@Nullable ";

function resultOf({ returns, isAsync }: RenderedMember): string {
  if (isAsync) return `CompletableFuture<${(returns ?? "Void").replace(nullable, "")}>`;
  return returns === null ? "void" : shown(returns);
}

function shown(type: string): string {
  return type.startsWith(nullable) ? type : plain(type);
}

function parametersOf({ parameters }: RenderedMember): string {
  return parameters
    .map(({ name, type, isOptional }) =>
      isOptional && !type.startsWith(nullable) ? `${nullable}${type} ${name}` : `${shown(type)} ${name}`,
    )
    .join(", ");
}

/** Every object has a final `getClass`. */
function getter(name: string): string {
  const wanted = `get${pascalCase(name)}`;
  return wanted === "getClass" ? "getClass_" : wanted;
}

function memberOf(member: RenderedMember): string {
  const body = member.isStatic ? " { throw new UnsupportedOperationException(); }" : ";";
  const lead = member.isStatic ? "static " : "";
  if (member.kind === "property")
    return noted(`${lead}${shown(member.type)} ${getter(member.specName)}()${body}`, member.note);
  return noted(`${lead}${resultOf(member)} ${member.name}(${parametersOf(member)})${body}`, member.note);
}

function callable(parameters: readonly string[], returns: string | null, isAsync: boolean): string | null {
  const result = isAsync ? `CompletableFuture<${returns ?? "Void"}>` : returns;
  const [first, second] = parameters;
  if (parameters.length > 2) return null;
  if (first === undefined) return result === null ? "Runnable" : `Supplier<${result}>`;
  if (second === undefined) return result === null ? `Consumer<${first}>` : `Function<${first}, ${result}>`;
  return result === null ? `BiConsumer<${first}, ${second}>` : `BiFunction<${first}, ${second}, ${result}>`;
}

function boxed(type: string): string {
  return type.replaceAll(nullable, "");
}

export const java: Syntax = {
  language: "java",
  fence: "java",
  comment: "//",
  preamble: [],
  scalars: {
    string: "String",
    boolean: "Boolean",
    integer: "Integer",
    long: "Long",
    number: "Double",
    bytes: "byte[]",
    time: "Instant",
    duration: "Duration",
    any: "Object",
    object: "Map<String, Object>",
    array: "List<Object>",
    nothing: "Void",
  },
  reserved: words(
    "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while",
  ),
  hasOverloads: true,
  hasConstructors: false,
  list: (of) => `List<${boxed(of)}>`,
  map: (key, of) => `Map<${boxed(key)}, ${boxed(of)}>`,
  optional: (of) => (of.startsWith(nullable) ? of : nullable + of),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) =>
    callable(parameters.map(boxed), returns === null ? null : boxed(returns), isAsync),
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters.map(boxed)),
  memberName: camelCase,
  valueName: (name) => name.replace(/[^A-Za-z0-9_]/g, "_"),
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const base = parents.length === 0 ? "" : ` extends ${parents.join(", ")}`;
    const body = [...members.map(memberOf), ...remarks.map((remark) => `// ${remark}`)];
    return [`public interface ${name}${angles(typeParameters)}${base} {`, ...indented(body, "    "), "}"];
  },
  enumeration: (name, values) => [
    `public enum ${name} {`,
    ...indented(
      values.map((value) => noted(`${value.name},`, value.note)),
      "    ",
    ),
    "}",
  ],
  alias: null,
  freeFunction: (method) => [
    `final class ${pascalCase(method.name)}Holder { // the spec names no type for it`,
    noted(`    static native ${resultOf(method)} ${method.name}(${parametersOf(method)});`, method.note),
    "}",
  ],
  placeholder: null,
};
