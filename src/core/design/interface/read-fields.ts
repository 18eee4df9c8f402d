import type { Entry } from "../../entries/entry.ts";
import { withNames } from "./read-inline.ts";
import { readMember } from "./read-member.ts";
import { readType } from "./read-type.ts";
import type { Declaration, Member } from "./spec-interface.ts";

const item = /^\s{0,12}[-*+]\s+`([A-Za-z_]\w{0,60}(?:\??:|\()[^`\n]{1,160})`/;

/**
 * A type given as a sentence and a list: ``a `Limits` type with these fields:`` and then items that begin with
 * `` `name: Type` `` or `` `name(a: Type) -> Type` ``. The sentence ends in a colon and its first code span is the type's
 * name.
 */
export function readFields(entry: Entry): readonly Declaration[] {
  const { lines } = entry;
  return lines.flatMap(({ text, line }, at) => {
    const name = /:\s*$/.test(text) ? /`([^`\n]{1,80})`/.exec(text)?.[1] : undefined;
    if (name === undefined || !/^[A-Z][A-Za-z0-9]{1,60}$/.test(name)) return [];
    if (
      !/\b(?:fields?|propert(?:y|ies)|attributes?|members?|methods?|functions?|operations?|api|interface|expos(?:es?|ing)|provides?|defines?)\b/i.test(
        text,
      )
    )
      return [];
    const members = fieldsAfter(entry, at + 1);
    if (members.length === 0) return [];
    const parent = /\bextends\s+`([A-Z][A-Za-z0-9]{1,60})`/.exec(text)?.[1];
    return [
      {
        kind: "class",
        name,
        typeParameters: [],
        extends: parent === undefined ? [] : [readType(parent)],
        members,
        type: null,
        cites: [entry.id],
        span: { file: entry.file, line, endLine: members.at(-1)?.span.line ?? line, quote: text.trim() },
      },
    ];
  });
}

function fieldsAfter(entry: Entry, start: number): readonly Member[] {
  const members: Member[] = [];
  for (const { text, line } of entry.lines.slice(start)) {
    if (text.trim() === "" || /^\s{2,}[^-*+\s]/.test(text)) continue;
    const words = item.exec(text)?.[1];
    if (words === undefined) break;
    const span = { file: entry.file, line, endLine: line, quote: words };
    const member = readMember([words], span, false);
    if (member?.kind === "property") members.push({ ...member, cites: [entry.id] });
    if (member?.kind === "method") members.push({ ...member, ...withNames(member), cites: [entry.id] });
  }
  return members;
}
