import { camelCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function resultOf({ returns, isAsync }: RenderedMember): string {
  return isAsync ? `Future<${returns ?? "void"}>` : (returns ?? "void");
}

/** Optional ones stand last, in brackets. */
function parametersOf({ parameters }: RenderedMember): string {
  const all = parameters.map(
    ({ name, type, isOptional }) => `${isOptional && !type.endsWith("?") ? `${type}?` : type} ${name}`,
  );
  const first = parameters.findIndex(({ isOptional }) => isOptional);
  if (first < 0) return all.join(", ");
  return [...all.slice(0, first), `[${all.slice(first).join(", ")}]`].join(", ");
}

function memberOf(member: RenderedMember): string {
  if (member.kind === "property") return noted(`${member.type} get ${member.name};`, member.note);
  return noted(`${resultOf(member)} ${member.name}(${parametersOf(member)});`, member.note);
}

export const dart: Syntax = {
  language: "dart",
  fence: "dart",
  comment: "//",
  preamble: [],
  scalars: {
    string: "String",
    boolean: "bool",
    integer: "int",
    long: "int",
    number: "double",
    bytes: "Uint8List",
    time: "DateTime",
    duration: "Duration",
    any: "Object",
    object: "Map<String, Object?>",
    array: "List<Object?>",
    nothing: "void",
  },
  reserved: words(
    "abstract as assert async await base break case catch class const continue covariant default deferred do dynamic else enum export extends extension external factory false final finally for get if implements import in interface is late library mixin new null on operator part required rethrow return sealed set show static super switch sync this throw true try typedef var void when while with yield",
  ),
  hasOverloads: false,
  hasConstructors: false,
  list: (of) => `List<${of}>`,
  map: (key, of) => `Map<${key}, ${of}>`,
  optional: (of) => (of.endsWith("?") ? of : `${of}?`),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) =>
    `${isAsync ? `Future<${returns ?? "void"}>` : (returns ?? "void")} Function(${parameters.join(", ")})`,
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters),
  memberName: camelCase,
  valueName: camelCase,
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const own = members.filter(({ isStatic }) => !isStatic).map(memberOf);
    const shared = members
      .filter(({ isStatic }) => isStatic)
      .map((member) => `// of the type itself: ${memberOf(member)}`);
    const base = parents.length === 0 ? "" : ` implements ${parents.join(", ")}`;
    const body = [...own, ...shared, ...remarks.map((remark) => `// ${remark}`)];
    return [`abstract class ${name}${angles(typeParameters)}${base} {`, ...indented(body), "}"];
  },
  enumeration: (name, values) => [
    `enum ${name} {`,
    ...indented(values.map((value) => noted(`${value.name},`, value.note))),
    "}",
  ],
  alias: (name, typeParameters, type) => `typedef ${name}${angles(typeParameters)} = ${type};`,
  freeFunction: (method) => [
    noted(`external ${resultOf(method)} ${method.name}(${parametersOf(method)});`, method.note),
  ],
  placeholder: null,
};
