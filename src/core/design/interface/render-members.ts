import { visibleText } from "../../entries/hidden-text.ts";
import { localId } from "./local-id.ts";
import { camelCase } from "./render/letter-case.ts";
import type { RenderedMember, RenderedParameter } from "./render/syntax.ts";
import { renderType, type TypeScope } from "./render-type.ts";
import type { Member, Parameter, TypeForm } from "./spec-interface.ts";

export interface RenderedMembers {
  readonly members: readonly RenderedMember[];
  /** What the language cannot declare: overloads, constructors, embedded types. */
  readonly remarks: readonly string[];
}

type Declared = Exclude<Member, { kind: "embeds" | "unread" }>;

/** Members in the spelling of the language; no two of one name where it allows only one. */
export function renderMembers(members: readonly Member[], owner: string, scope: TypeScope): RenderedMembers {
  const rendered: RenderedMember[] = [];
  const remarks: string[] = [];
  const taken = new Set<string>();
  const spellings = spellingsOf(members, scope);
  for (const member of members) {
    if (member.kind === "embeds" || member.kind === "unread") {
      remarks.push(remarkOf(member));
      if (member.kind === "unread") scope.notes.unmapped.push({ at: owner, words: quoteOf(member) });
      continue;
    }
    const at = member.name === owner ? owner : `${owner}#${member.name}`;
    const one = renderMember(member, spellings.get(member.name) ?? member.name, { ...scope, at });
    const isMethod = member.kind === "method" || member.kind === "constructor";
    const isLone = scope.syntax.hasOverloads && isMethod ? !hasOther(rendered, one) : !taken.has(one.name);
    if (member.kind === "constructor" && !scope.syntax.hasConstructors) {
      remarks.push(`made by: ${owner}${parametersText(member)}${noteText(one.note)}`);
    } else if (isLone) {
      rendered.push(one);
      taken.add(one.name);
    } else remarks.push(`also: ${quoteOf(member)}${noteText(one.note)}`);
  }
  return { members: rendered, remarks };
}

function remarkOf(member: Member): string {
  return member.kind === "embeds"
    ? `has everything of ${member.name}, too`
    : `in the spec: ${quoteOf(member)}`;
}

/** A property beside a method of its name; overloads with the same parameters. */
function hasOther(rendered: readonly RenderedMember[], one: RenderedMember): boolean {
  const types = (member: RenderedMember): string => member.parameters.map(({ type }) => type).join();
  return rendered.some(
    (other) =>
      other.name === one.name &&
      (other.kind === "property" || types(other) === types(one) || other.isStatic !== one.isStatic),
  );
}

/** The language's own spelling, unless two names of the spec would become one. */
function spellingsOf(members: readonly Member[], { syntax }: TypeScope): ReadonlyMap<string, string> {
  const spelled = new Map<string, string>();
  const used = new Map<string, string>();
  for (const { name, kind } of members) {
    if (spelled.has(name)) continue;
    const wanted = kind === "value" ? syntax.valueName(name) : syntax.memberName(name);
    const isFree = wanted !== "" && !used.has(wanted) && /^[A-Za-z_]/.test(wanted);
    const plain = name.replace(/[^A-Za-z0-9_]/g, "_");
    const spelling = isFree ? wanted : /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
    used.set(spelling, name);
    spelled.set(
      name,
      syntax.reserved.has(spelling) && !isMemberOfTypeScript(syntax.fence) ? `${spelling}_` : spelling,
    );
  }
  return spelled;
}

/** TypeScript alone takes any word after a dot. */
function isMemberOfTypeScript(fence: string): boolean {
  return fence === "ts";
}

function renderMember(member: Declared, name: string, scope: TypeScope): RenderedMember {
  const isCall = member.kind === "method" || member.kind === "constructor";
  return {
    kind: member.kind,
    name,
    specName: member.name,
    type: member.kind === "property" ? propertyType(member.type, member.isOptional, scope) : "",
    isOptional: member.kind === "property" && member.isOptional,
    parameters: isCall ? renderParameters(member.parameters, scope) : [],
    returns: isCall && member.returns.type !== null ? renderType(member.returns.type, scope) : null,
    isAsync: isCall && member.returns.isAsync,
    isStatic: member.isStatic,
    isReadonly: member.isReadonly === true,
    note: note(member),
  };
}

/** Only TypeScript marks an optional property on its name; the others on its type. */
function propertyType(type: TypeForm, isOptional: boolean, scope: TypeScope): string {
  const rendered = renderType(type, scope);
  return isOptional && scope.syntax.fence !== "ts" ? scope.syntax.optional(rendered) : rendered;
}

function renderParameters(parameters: readonly Parameter[], scope: TypeScope): readonly RenderedParameter[] {
  const { syntax } = scope;
  const used = new Set<string>();
  return parameters.map((parameter, index) => {
    const rest = parameters.slice(index + 1);
    const mayBeLeftOut = parameter.isOptional && rest.every(({ isOptional }) => isOptional);
    const type = renderType(parameter.type, scope);
    const plain = parameter.isOptional && !mayBeLeftOut ? syntax.optional(type) : type;
    return { name: freeName(parameter, used, scope), type: plain, isOptional: mayBeLeftOut };
  });
}

function freeName(parameter: Parameter, used: Set<string>, { syntax }: TypeScope): string {
  const wanted = syntax.memberName(parameter.name ?? nameOfType(parameter.type));
  const safe = wanted === "" || !/^[A-Za-z_]/.test(wanted) ? "value" : wanted;
  const stem = syntax.reserved.has(safe) ? `${safe}_` : safe;
  let name = stem;
  for (let count = 2; used.has(name); count += 1) name = `${stem}${count}`;
  used.add(name);
  return name;
}

/** The spec gives only the type: the parameter is called after it. */
function nameOfType(type: TypeForm): string {
  if (type.kind === "optional") return nameOfType(type.of);
  if (type.kind !== "named") return type.kind === "function" ? "callback" : "value";
  const [first] = type.arguments;
  return type.name === "List" && first !== undefined ? nameOfType(first) : camelCase(type.name);
}

function note({ cites, standard }: Declared): string {
  const parts = [cites.slice(0, 6).map(localId).join(", "), standard === null ? "" : `default ${standard}`];
  const text = parts.filter((part) => part !== "").join("; ");
  return visibleText(text)
    .text.replace(/\s+/g, " ")
    .replace(/\?>|\*\//g, " ")
    .slice(0, 120)
    .trim();
}

function noteText(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function quoteOf({ span }: Member): string {
  const lines = span.quote.split("\n").map((line) => line.split("//", 1)[0] ?? "");
  return lines.join(" ").replace(/\s+/g, " ").trim();
}

function parametersText(member: Member): string {
  return quoteOf(member).replace(/^[A-Za-z_]\w*/, "");
}
