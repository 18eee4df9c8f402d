import { camelCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function signature({ parameters, returns }: RenderedMember): string {
  const list = parameters
    .map(({ name, type, isOptional }) => `${name}: ${type}${isOptional && !type.endsWith("?") ? "?" : ""}`)
    .join(", ");
  return `(${list})${returns === null ? "" : `: ${returns}`}`;
}

function memberOf(member: RenderedMember): string {
  if (member.kind === "property") return noted(`val ${member.name}: ${member.type}`, member.note);
  return noted(`${member.isAsync ? "suspend " : ""}fun ${member.name}${signature(member)}`, member.note);
}

export const kotlin: Syntax = {
  language: "kotlin",
  fence: "kotlin",
  comment: "//",
  preamble: [],
  scalars: {
    string: "String",
    boolean: "Boolean",
    integer: "Int",
    long: "Long",
    number: "Double",
    bytes: "ByteArray",
    time: "Instant",
    duration: "Duration",
    any: "Any",
    object: "Map<String, Any?>",
    array: "List<Any?>",
    nothing: "Unit",
  },
  reserved: words(
    "as break class continue do else false for fun if in interface is null object package return super this throw true try typealias typeof val var when while",
  ),
  hasOverloads: true,
  hasConstructors: false,
  list: (of) => `List<${of}>`,
  map: (key, of) => `Map<${key}, ${of}>`,
  optional: (of) => (of.endsWith("?") ? of : of.includes("->") ? `(${of})?` : `${of}?`),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) =>
    `${isAsync ? "suspend " : ""}(${parameters.join(", ")}) -> ${returns ?? "Unit"}`,
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters),
  memberName: camelCase,
  valueName: (name) => (/^[A-Z0-9_]+$/.test(name) ? name : name.replace(/[^A-Za-z0-9_]/g, "_")),
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const own = members.filter(({ isStatic }) => !isStatic).map(memberOf);
    const shared = members
      .filter(({ isStatic }) => isStatic)
      .map((member) => `// of the type itself: ${memberOf(member)}`);
    const base = parents.length === 0 ? "" : ` : ${parents.join(", ")}`;
    const body = [...own, ...shared, ...remarks.map((remark) => `// ${remark}`)];
    return [`interface ${name}${angles(typeParameters)}${base} {`, ...indented(body, "    "), "}"];
  },
  enumeration: (name, values) => [
    `enum class ${name} {`,
    ...indented(
      values.map((value) => noted(`${value.name},`, value.note)),
      "    ",
    ),
    "}",
  ],
  alias: (name, typeParameters, type) => `typealias ${name}${angles(typeParameters)} = ${type}`,
  freeFunction: (method) => [
    noted(`${method.isAsync ? "suspend " : ""}fun ${method.name}${signature(method)} = TODO()`, method.note),
  ],
  placeholder: null,
};
