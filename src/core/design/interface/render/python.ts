import { snakeCase } from "./letter-case.ts";
import { indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function signature({ parameters, returns }: RenderedMember, first: string | null): string {
  const own = parameters.map(({ name, type, isOptional }) =>
    isOptional ? `${name}: ${type.endsWith("| None") ? type : `${type} | None`} = None` : `${name}: ${type}`,
  );
  return `(${(first === null ? own : [first, ...own]).join(", ")}) -> ${returns ?? "None"}: ...`;
}

function memberOf(member: RenderedMember): readonly string[] {
  if (member.kind === "constructor")
    return [noted(`def __init__${signature({ ...member, returns: null }, "self")}`, member.note, "#")];
  if (member.kind === "property") return [noted(`${member.name}: ${member.type}`, member.note, "#")];
  const head = member.isAsync ? "async def" : "def";
  const line = noted(
    `${head} ${member.name}${signature(member, member.isStatic ? "cls" : "self")}`,
    member.note,
    "#",
  );
  return member.isStatic ? ["@classmethod", line] : [line];
}

export const python: Syntax = {
  language: "python",
  fence: "python",
  comment: "#",
  preamble: [],
  scalars: {
    string: "str",
    boolean: "bool",
    integer: "int",
    long: "int",
    number: "float",
    bytes: "bytes",
    time: "datetime",
    duration: "timedelta",
    any: "Any",
    object: "dict[str, Any]",
    array: "list[Any]",
    nothing: "None",
  },
  reserved: words(
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return self cls try while with yield",
  ),
  hasOverloads: false,
  hasConstructors: true,
  list: (of) => `list[${of}]`,
  map: (key, of) => `dict[${key}, ${of}]`,
  optional: (of) => (of.endsWith("| None") ? of : `${of} | None`),
  union: (of) => of.join(" | "),
  literals: (values) => `Literal[${values.map((value) => JSON.stringify(value)).join(", ")}]`,
  callable: (parameters, returns, isAsync) =>
    `Callable[[${parameters.join(", ")}], ${isAsync ? `Awaitable[${returns ?? "None"}]` : (returns ?? "None")}]`,
  parameter: (name) => name,
  generic: (name, parameters) => (parameters.length === 0 ? name : `${name}[${parameters.join(", ")}]`),
  memberName: snakeCase,
  valueName: (name) => name.replace(/[^A-Za-z0-9_]/g, "_").toUpperCase(),
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const protocol = typeParameters.length === 0 ? "Protocol" : `Protocol[${typeParameters.join(", ")}]`;
    const body = [...members.flatMap(memberOf), ...remarks.map((remark) => `# ${remark}`)];
    const isEmpty = members.length === 0;
    return [
      `class ${name}(${[...parents, protocol].join(", ")}):`,
      ...indented(isEmpty ? [...body, "..."] : body, "    "),
    ];
  },
  enumeration: (name, values) => [
    `class ${name}(Enum):`,
    ...indented(
      values.map((value) => noted(`${value.name} = ${JSON.stringify(value.specName)}`, value.note, "#")),
      "    ",
    ),
  ],
  alias: (name, _typeParameters, type) => `${name} = ${type}`,
  freeFunction: (method) => [
    noted(
      `${method.isAsync ? "async def" : "def"} ${method.name}${signature(method, null)}`,
      method.note,
      "#",
    ),
  ],
  placeholder: null,
};
