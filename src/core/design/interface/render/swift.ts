import { camelCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function signature({ parameters, returns, isAsync }: RenderedMember): string {
  const list = parameters
    .map(({ name, type, isOptional }) => `${name}: ${type}${isOptional && !type.endsWith("?") ? "?" : ""}`)
    .join(", ");
  return `(${list})${isAsync ? " async throws" : ""}${returns === null ? "" : ` -> ${returns}`}`;
}

function memberOf(member: RenderedMember): string {
  const lead = member.isStatic ? "static " : "";
  if (member.kind === "constructor") return noted(`init${signature(member)}`, member.note);
  if (member.kind === "method") return noted(`${lead}func ${member.name}${signature(member)}`, member.note);
  return noted(`${lead}var ${member.name}: ${member.type} { get }`, member.note);
}

export const swift: Syntax = {
  language: "swift",
  fence: "swift",
  comment: "//",
  preamble: [],
  scalars: {
    string: "String",
    boolean: "Bool",
    integer: "Int",
    long: "Int64",
    number: "Double",
    bytes: "Data",
    time: "Date",
    duration: "TimeInterval",
    any: "Any",
    object: "[String: Any]",
    array: "[Any]",
    nothing: "Void",
  },
  reserved: words(
    "actor as associatedtype break case catch class continue default defer deinit do else enum extension fallthrough false for func get guard if import in init inout internal is let nil operator precedencegroup private protocol public repeat rethrows return self set some static struct subscript super switch throw throws true try typealias var where while",
  ),
  hasOverloads: true,
  hasConstructors: true,
  list: (of) => `[${of}]`,
  map: (key, of) => `[${key}: ${of}]`,
  optional: (of) => (of.endsWith("?") ? of : of.includes("->") ? `(${of})?` : `${of}?`),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) =>
    `(${parameters.join(", ")})${isAsync ? " async throws" : ""} -> ${returns ?? "Void"}`,
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters),
  memberName: camelCase,
  valueName: camelCase,
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => [
    `public protocol ${name}${parents.length === 0 ? "" : `: ${parents.join(", ")}`} {`,
    ...indented([
      ...typeParameters.map((parameter) => `associatedtype ${parameter}`),
      ...members.map(memberOf),
      ...remarks.map((remark) => `// ${remark}`),
    ]),
    "}",
  ],
  enumeration: (name, values) => [
    `public enum ${name}: String {`,
    ...indented(
      values.map((value) => noted(`case ${value.name} = ${JSON.stringify(value.specName)}`, value.note)),
    ),
    "}",
  ],
  alias: (name, typeParameters, type) => `public typealias ${name}${angles(typeParameters)} = ${type}`,
  freeFunction: (method) => [
    noted(`public func ${method.name}${signature(method)} {`, method.note),
    '  fatalError("a design, not code")',
    "}",
  ],
  placeholder: null,
};
