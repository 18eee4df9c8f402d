import { camelCase, pascalCase } from "./letter-case.ts";
import { indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function parametersOf({ parameters }: RenderedMember): string {
  return parameters
    .map(({ name, type, isOptional }) =>
      isOptional ? `${orNull(type)} $${name} = null` : `${type} $${name}`,
    )
    .join(", ");
}

function orNull(type: string): string {
  if (type === "mixed" || type.startsWith("?") || type.endsWith("|null")) return type;
  return type.includes("|") ? `${type}|null` : `?${type}`;
}

function memberOf(member: RenderedMember): string {
  const lead = `public ${member.isStatic ? "static " : ""}function`;
  if (member.kind === "constructor")
    return noted(`public function __construct(${parametersOf(member)});`, member.note);
  if (member.kind === "property")
    return noted(`${lead} get${pascalCase(member.specName)}(): ${member.type};`, member.note);
  return noted(`${lead} ${member.name}(${parametersOf(member)}): ${member.returns ?? "void"};`, member.note);
}

export const php: Syntax = {
  language: "php",
  fence: "php",
  comment: "//",
  preamble: ["<?php", ""],
  scalars: {
    string: "string",
    boolean: "bool",
    integer: "int",
    long: "int",
    number: "float",
    bytes: "string",
    time: "\\DateTimeInterface",
    duration: "\\DateInterval",
    any: "mixed",
    object: "array",
    array: "array",
    nothing: "null",
  },
  reserved: words(
    "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum eval exit extends final finally fn for foreach function global goto if implements include instanceof interface isset list match namespace new or print private protected public readonly require return static switch this throw trait try unset use var while xor yield",
  ),
  hasOverloads: false,
  hasConstructors: true,
  list: () => "array",
  map: () => "array",
  optional: orNull,
  union: (of) => [...new Set(of.flatMap((one) => one.replace(/^\?(.*)$/, "$1|null").split("|")))].join("|"),
  literals: null,
  callable: () => "callable",
  parameter: () => "mixed",
  generic: (name) => name,
  memberName: camelCase,
  valueName: pascalCase,
  declaration: ({ name, extends: parents, members, remarks }) => {
    const base = parents.length === 0 ? "" : ` extends ${parents.join(", ")}`;
    const body = [...members.map(memberOf), ...remarks.map((remark) => `// ${remark}`)];
    return [`interface ${name}${base}`, "{", ...indented(body, "    "), "}"];
  },
  enumeration: (name, values) => [
    `enum ${name}: string`,
    "{",
    ...indented(
      values.map((value) => noted(`case ${value.name} = ${quoted(value.specName)};`, value.note)),
      "    ",
    ),
    "}",
  ],
  alias: null,
  freeFunction: (method) => [
    noted(`function ${method.name}(${parametersOf(method)}): ${method.returns ?? "void"}`, method.note),
    "{",
    "    throw new \\LogicException('a design, not code');",
    "}",
  ],
  placeholder: null,
};

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
