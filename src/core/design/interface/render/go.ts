import { camelCase, pascalCase } from "./letter-case.ts";
import { indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function brackets(parameters: readonly string[]): string {
  return parameters.length === 0 ? "" : `[${parameters.join(", ")}]`;
}

/** What waits takes a context and may fail. */
function signature({ parameters, returns, isAsync }: RenderedMember): string {
  const own = parameters.map(({ name, type, isOptional }) => {
    const isPointer = type.startsWith("*") || type === "any" || /^(?:\[\]|map\[|func\()/.test(type);
    return `${name} ${isOptional && !isPointer ? "*" : ""}${type}`;
  });
  const list = isAsync ? ["ctx context.Context", ...own] : own;
  if (isAsync) return `(${list.join(", ")}) ${returns === null ? "error" : `(${returns}, error)`}`;
  return `(${list.join(", ")})${returns === null ? "" : ` ${returns}`}`;
}

function memberOf(member: RenderedMember): string {
  const name = pascalCase(member.specName);
  if (member.kind === "property") return noted(`${name}() ${member.type}`, member.note);
  return noted(name + signature(member), member.note);
}

export const go: Syntax = {
  language: "go",
  fence: "go",
  comment: "//",
  preamble: [],
  scalars: {
    string: "string",
    boolean: "bool",
    integer: "int",
    long: "int64",
    number: "float64",
    bytes: "[]byte",
    time: "time.Time",
    duration: "time.Duration",
    any: "any",
    object: "map[string]any",
    array: "[]any",
    nothing: "struct{}",
  },
  reserved: words(
    "any break case chan const continue default defer else error fallthrough for func go goto if import interface len map new package range return select string struct switch type var",
  ),
  hasOverloads: false,
  hasConstructors: false,
  list: (of) => `[]${of}`,
  map: (key, of) => `map[${key}]${of}`,
  optional: (of) => (/^(?:\*|\[\]|map\[|func\()/.test(of) || of === "any" ? of : `*${of}`),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) => {
    const list = isAsync ? ["context.Context", ...parameters] : parameters;
    const result = isAsync
      ? returns === null
        ? " error"
        : ` (${returns}, error)`
      : returns === null
        ? ""
        : ` ${returns}`;
    return `func(${list.join(", ")})${result}`;
  },
  parameter: (name) => name,
  generic: (name, parameters) => name + brackets(parameters),
  memberName: camelCase,
  valueName: pascalCase,
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const parameters = brackets(typeParameters.map((parameter) => `${parameter} any`));
    const own = members.filter(({ isStatic }) => !isStatic);
    const shared = members
      .filter(({ isStatic }) => isStatic)
      .map((member) => `// of the package: ${memberOf(member)}`);
    const isData = own.length > 0 && own.every(({ kind }) => kind === "property");
    const body = isData
      ? own.map((member) => noted(`${pascalCase(member.specName)} ${member.type}`, member.note))
      : own.map(memberOf);
    return [
      `type ${name}${parameters} ${isData ? "struct" : "interface"} {`,
      ...indented([...parents, ...body, ...shared, ...remarks.map((remark) => `// ${remark}`)], "\t"),
      "}",
    ];
  },
  enumeration: (name, values) => [
    `type ${name} string`,
    "",
    "const (",
    ...indented(
      values.map((value) =>
        noted(`${name}${value.name} ${name} = ${JSON.stringify(value.specName)}`, value.note),
      ),
      "\t",
    ),
    ")",
  ],
  alias: (name, typeParameters, type) =>
    `type ${name}${brackets(typeParameters.map((parameter) => `${parameter} any`))} = ${type}`,
  freeFunction: (method) => [
    noted(`func ${pascalCase(method.specName)}${signature(method)} {`, method.note),
    '\tpanic("a design, not code")',
    "}",
  ],
  placeholder: null,
};
