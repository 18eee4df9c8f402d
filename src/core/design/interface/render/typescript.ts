import { sameCase } from "./letter-case.ts";
import { angles, indented, noted, type RenderedMember, type Syntax, words } from "./syntax.ts";

function parametersOf(member: RenderedMember): string {
  return member.parameters
    .map(({ name, type, isOptional }) => `${name}${isOptional ? "?" : ""}: ${type}`)
    .join(", ");
}

function resultOf({ returns, isAsync }: RenderedMember): string {
  return isAsync ? `Promise<${returns ?? "void"}>` : (returns ?? "void");
}

function memberOf(member: RenderedMember): string {
  const lead = (member.isStatic ? "static " : "") + (member.isReadonly ? "readonly " : "");
  if (member.kind === "constructor") return noted(`constructor(${parametersOf(member)});`, member.note);
  if (member.kind === "method")
    return noted(`${lead}${member.name}(${parametersOf(member)}): ${resultOf(member)};`, member.note);
  return noted(`${lead}${member.name}${member.isOptional ? "?" : ""}: ${member.type};`, member.note);
}

export const typescript: Syntax = {
  language: "typescript",
  fence: "ts",
  comment: "//",
  preamble: [],
  scalars: {
    string: "string",
    boolean: "boolean",
    integer: "number",
    long: "number",
    number: "number",
    bytes: "Uint8Array",
    time: "Date",
    duration: "number",
    any: "unknown",
    object: "Record<string, unknown>",
    array: "unknown[]",
    nothing: "null",
  },
  reserved: words(
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield",
  ),
  hasOverloads: true,
  hasConstructors: true,
  list: (of) => (/^[\w.]+$/.test(of) ? `${of}[]` : `Array<${of}>`),
  map: (key, of) => `Map<${key}, ${of}>`,
  optional: (of) => (of.includes("=>") ? `(${of}) | null` : `${of} | null`),
  union: (of) => of.map((one) => (one.includes("=>") ? `(${one})` : one)).join(" | "),
  literals: (values) => values.map((value) => JSON.stringify(value)).join(" | "),
  callable: (parameters, returns, isAsync) => {
    const list = parameters.map((type, index) => `value${index + 1}: ${type}`).join(", ");
    return `(${list}) => ${isAsync ? `Promise<${returns ?? "void"}>` : (returns ?? "void")}`;
  },
  parameter: (name) => name,
  generic: (name, parameters) => name + angles(parameters),
  memberName: sameCase,
  valueName: sameCase,
  declaration: ({ kind, name, typeParameters, extends: parents, members, remarks }) => {
    const isClass =
      kind === "class" || members.some((member) => member.kind === "constructor" || member.isStatic);
    const base =
      parents.length === 0 ? "" : ` extends ${(isClass ? parents.slice(0, 1) : parents).join(", ")}`;
    // A spec may name a generic type without its parameters.
    const parameters = angles(typeParameters.map((parameter) => `${parameter} = unknown`));
    const head = `export ${isClass ? "declare class" : "interface"} ${name}${parameters}${base} {`;
    const body = [...members.map(memberOf), ...remarks.map((remark) => `// ${remark}`)];
    return [head, ...indented(body), "}"];
  },
  enumeration: (name, values) => [
    `export enum ${name} {`,
    ...indented(
      values.map((value) => noted(`${value.name} = ${JSON.stringify(value.specName)},`, value.note)),
    ),
    "}",
  ],
  alias: (name, typeParameters, type) => {
    const parameters = angles(typeParameters.map((parameter) => `${parameter} = unknown`));
    return `export type ${name}${parameters} = ${type};`;
  },
  freeFunction: (method) => [
    noted(
      `export declare function ${method.name}(${parametersOf(method)}): ${resultOf(method)};`,
      method.note,
    ),
  ],
  placeholder: (name, count) => {
    const parameters = Array.from({ length: count }, (_, index) => `T${index + 1} = unknown`);
    return `declare class ${name}${angles(parameters)} {}`;
  },
};
