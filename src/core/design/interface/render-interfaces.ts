import { visibleText } from "../../entries/hidden-text.ts";
import type { Language } from "../../code/language.ts";
import type { FoundInterfaces } from "./find-interfaces.ts";
import { localId } from "./local-id.ts";
import { renderMembers } from "./render-members.ts";
import { renderType, typeName, type TypeNotes, type TypeScope, type Unmapped } from "./render-type.ts";
import { syntaxes } from "./render/index.ts";
import type { Syntax } from "./render/syntax.ts";
import type { Declaration } from "./spec-interface.ts";
import { typeText } from "./type-text.ts";

export interface RenderedInterfaces {
  /** Word after the fence. */
  readonly fence: string;
  /** Source text, ended by a line break. */
  readonly code: string;
  /** Types that the code names and does not declare, with where the spec declares them (null: nowhere). */
  readonly elsewhere: readonly { readonly name: string; readonly declaration: Declaration | null }[];
  /** Forms of the spec that the language lacks or the spec does not give. */
  readonly unmapped: readonly Unmapped[];
}

/** The spec's interfaces as stubs of one language: its names and types mapped, nothing added to them. */
export function renderInterfaces(
  { found, declared }: FoundInterfaces,
  language: Language,
): RenderedInterfaces {
  const syntax = syntaxes[language];
  const notes: TypeNotes = { named: new Map(), unmapped: [] };
  const isOwn = (name: string): boolean => declared.has(name);
  const rendered = found.map((one) => {
    const parameters = new Set(one.declaration.typeParameters);
    const scope: TypeScope = { at: one.declaration.name, syntax, own: isOwn, parameters, notes };
    return [
      remark(one.entries, one.declaration, syntax),
      ...declarationLines(one.declaration, one.others, scope),
    ];
  });
  const here = new Set(found.map(({ declaration }) => typeName(declaration.name)));
  const missing = [...notes.named].filter(([name]) => !here.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const placeholder = syntax.placeholder;
  const stubs = placeholder === null ? [] : missing.map(([name, count]) => placeholder(name, count));
  const head = stubs.length === 0 ? [] : [[`${syntax.comment} Declared elsewhere:`, ...stubs]];
  const blocks = [...(syntax.preamble.length === 0 ? [] : [["<?php"]]), ...head, ...rendered];
  const byName = new Map([...declared].map(([name, declaration]) => [typeName(name), declaration]));
  return {
    fence: syntax.fence,
    code: `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    elsewhere: missing.map(([name]) => ({ name, declaration: byName.get(name) ?? null })),
    unmapped: notes.unmapped,
  };
}

function remark(entries: readonly string[], { span }: Declaration, syntax: Syntax): string {
  const ids = entries.slice(0, 6).map(localId).join(", ");
  const more = entries.length > 6 ? ", …" : "";
  return `${syntax.comment} ${commentText(`${ids}${more} (${span.file}:${span.line})`)}`;
}

function declarationLines(declaration: Declaration, others: number, scope: TypeScope): readonly string[] {
  const { syntax } = scope;
  const name = typeName(declaration.name);
  if (declaration.kind === "function") return functionLines(declaration, scope);
  if (declaration.kind === "alias") return aliasLines(declaration, scope);
  const { members, remarks } = renderMembers(declaration.members, declaration.name, scope);
  if (declaration.kind === "enum") {
    const values = members.filter(({ kind }) => kind === "value");
    const notes = remarks.map((text) => `${syntax.comment} ${commentText(text)}`);
    return [...notes, ...syntax.enumeration(name, values)];
  }
  const more = others > 0 ? [`${others} more in the spec, not part of this work package`] : [];
  return syntax.declaration({
    kind: declaration.kind,
    name,
    typeParameters: declaration.typeParameters.map(typeName),
    extends: declaration.extends.map((one) => renderType(one, scope)),
    members,
    remarks: [...remarks, ...more].map(commentText),
  });
}

function functionLines(declaration: Declaration, scope: TypeScope): readonly string[] {
  const [method] = renderMembers(declaration.members, declaration.name, scope).members;
  return method === undefined ? [] : scope.syntax.freeFunction(method);
}

function aliasLines(declaration: Declaration, scope: TypeScope): readonly string[] {
  const { syntax } = scope;
  const name = typeName(declaration.name);
  const { type } = declaration;
  if (type === null) return [];
  if (
    type.kind === "literals" &&
    syntax.literals === null &&
    type.values.every((value) => /[A-Za-z]/.test(value))
  ) {
    const values = type.values.map((value) => ({
      kind: "value" as const,
      name: value,
      isStatic: false,
      cites: [],
      standard: null,
      span: declaration.span,
    }));
    return syntax.enumeration(name, renderMembers(values, declaration.name, scope).members);
  }
  const before = scope.notes.unmapped.length;
  const text = renderType(type, scope);
  if (syntax.alias !== null && scope.notes.unmapped.length === before)
    return [syntax.alias(name, declaration.typeParameters.map(typeName), text)];
  if (scope.notes.unmapped.length === before) scope.notes.unmapped.push({ at: name, words: typeText(type) });
  return syntax.declaration({
    kind: "interface",
    name,
    typeParameters: declaration.typeParameters.map(typeName),
    extends: [],
    members: [],
    remarks: [commentText(`in the spec: ${declaration.span.quote}`)],
  });
}

/** One bounded line that cannot end its comment. */
export function commentText(text: string): string {
  return visibleText(text)
    .text.replace(/\s+/g, " ")
    .replace(/\?>|\*\//g, " ")
    .trim()
    .slice(0, 160);
}
