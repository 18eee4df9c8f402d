import { snakeCase } from "./letter-case.ts";
import { indented, type RenderedMember, type Syntax, words } from "./syntax.ts";

function noteOf({ note }: RenderedMember): readonly string[] {
  return note === "" ? [] : [`# ${note}`];
}

/** Types stand in YARD tags, since the language has none. */
function methodOf(member: RenderedMember): readonly string[] {
  const name = member.kind === "constructor" ? "initialize" : member.name;
  const list = member.parameters.map((one) => (one.isOptional ? `${one.name} = nil` : one.name)).join(", ");
  const tags = member.parameters.map((one) => `# @param ${one.name} [${one.type}]`);
  const result = member.kind === "constructor" ? [] : [`# @return [${member.returns ?? "void"}]`];
  const head = `def ${member.isStatic ? "self." : ""}${name}${list === "" ? "" : `(${list})`}`;
  return [...noteOf(member), ...tags, ...result, head, "  raise NotImplementedError", "end"];
}

function memberOf(member: RenderedMember): readonly string[] {
  if (member.kind !== "property") return methodOf(member);
  return [...noteOf(member), `# @return [${member.type}]`, `attr_reader :${member.name}`];
}

export const ruby: Syntax = {
  language: "ruby",
  fence: "ruby",
  comment: "#",
  preamble: [],
  scalars: {
    string: "String",
    boolean: "Boolean",
    integer: "Integer",
    long: "Integer",
    number: "Numeric",
    bytes: "String",
    time: "Time",
    duration: "Numeric",
    any: "Object",
    object: "Hash",
    array: "Array",
    nothing: "nil",
  },
  reserved: words(
    "alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield",
  ),
  hasOverloads: false,
  hasConstructors: true,
  list: (of) => `Array<${of}>`,
  map: (key, of) => `Hash{${key} => ${of}}`,
  optional: (of) => (of.endsWith(", nil") ? of : `${of}, nil`),
  union: (of) => of.join(", "),
  literals: (values) => values.map((value) => JSON.stringify(value)).join(", "),
  callable: () => "Proc",
  parameter: (name) => name,
  generic: (name, parameters) => (parameters.length === 0 ? name : `${name}<${parameters.join(", ")}>`),
  memberName: snakeCase,
  valueName: (name) => name.replace(/[^A-Za-z0-9_]/g, "_").toUpperCase(),
  declaration: ({ name, extends: parents, members, remarks }) => {
    const base = parents[0] === undefined ? "" : ` < ${parents[0].split("<", 1)[0] ?? ""}`;
    const body = [...members.flatMap(memberOf), ...remarks.map((remark) => `# ${remark}`)];
    return [`class ${name}${base}`, ...indented(body), "end"];
  },
  enumeration: (name, values) => [
    `module ${name}`,
    ...indented(
      values.flatMap((value) => [...noteOf(value), `${value.name} = ${JSON.stringify(value.specName)}`]),
    ),
    "end",
  ],
  alias: null,
  freeFunction: methodOf,
  placeholder: null,
};
