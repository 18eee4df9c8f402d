import { camelCase, pascalCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function resultOf({ returns, isAsync }: RenderedMember): string {
  if (isAsync) return returns === null ? "Task" : `Task<${returns}>`;
  return returns ?? "void";
}

function parametersOf({ parameters }: RenderedMember): string {
  return parameters
    .map(({ name, type, isOptional }) =>
      isOptional ? `${type.endsWith("?") ? type : `${type}?`} ${name} = null` : `${type} ${name}`,
    )
    .join(", ");
}

function memberOf(member: RenderedMember): string {
  const name = pascalCase(member.specName);
  if (member.kind === "property") return noted(`${member.type} ${name} { get; }`, member.note);
  return noted(`${resultOf(member)} ${name}(${parametersOf(member)});`, member.note);
}

export const csharp: Syntax = {
  language: "csharp",
  fence: "csharp",
  comment: "//",
  preamble: [],
  scalars: {
    string: "string",
    boolean: "bool",
    integer: "int",
    long: "long",
    number: "double",
    bytes: "byte[]",
    time: "DateTimeOffset",
    duration: "TimeSpan",
    any: "object",
    object: "IDictionary<string, object>",
    array: "IList<object>",
    nothing: "object",
  },
  reserved: words(
    "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while",
  ),
  hasOverloads: true,
  hasConstructors: false,
  list: (of) => `IReadOnlyList<${of}>`,
  map: (key, of) => `IReadOnlyDictionary<${key}, ${of}>`,
  optional: (of) => (of.endsWith("?") ? of : `${of}?`),
  union: null,
  literals: null,
  callable: (parameters, returns, isAsync) => {
    const result = isAsync ? (returns === null ? "Task" : `Task<${returns}>`) : returns;
    if (result === null) return parameters.length === 0 ? "Action" : `Action<${parameters.join(", ")}>`;
    return `Func<${[...parameters, result].join(", ")}>`;
  },
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters),
  memberName: camelCase,
  valueName: pascalCase,
  declaration: ({ name, typeParameters, extends: parents, members, remarks }) => {
    const own = members.filter(({ isStatic }) => !isStatic).map(memberOf);
    const shared = members
      .filter(({ isStatic }) => isStatic)
      .map((member) => `// of the type itself: ${memberOf(member)}`);
    const base = parents.length === 0 ? "" : ` : ${parents.join(", ")}`;
    const body = [...own, ...shared, ...remarks.map((remark) => `// ${remark}`)];
    return [`public interface ${name}${angles(typeParameters)}${base}`, "{", ...indented(body, "    "), "}"];
  },
  enumeration: (name, values) => [
    `public enum ${name}`,
    "{",
    ...indented(
      values.map((value) => noted(`${value.name},`, value.note)),
      "    ",
    ),
    "}",
  ],
  alias: null,
  freeFunction: (method) => [
    `public static class ${pascalCase(method.specName)}Holder // the spec names no type for it`,
    "{",
    noted(
      `    public static extern ${resultOf(method)} ${pascalCase(method.specName)}(${parametersOf(method)});`,
      method.note,
    ),
    "}",
  ],
  placeholder: null,
};
