import type { DesignFacts } from "./design-facts.ts";
import { localId } from "./local-id.ts";
import { cited, code } from "./markdown.ts";
import { codeSpansIn } from "./sentences.ts";

interface Group {
  readonly title: string;
  readonly holds: (name: string) => boolean;
}

/** In this order; a name goes to the first group that holds it. */
const groups: readonly Group[] = [
  {
    title: "Errors",
    holds: (name) =>
      /^\d{3,6}$|(?:Error|Exception)$|^E[A-Z]{3,}$/.test(name) ||
      (/^[A-Z_]+$/.test(name) && /ERR(?:OR)?_[A-Z_]/.test(name)),
  },
  { title: "Operations", holds: (name) => /^[A-Za-z_][\w.#:]*\([^)]*\)$|^[A-Z]\w*#\w+$/.test(name) },
  { title: "Types", holds: (name) => /^[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*$/.test(name) },
  {
    title: "Constants and messages",
    holds: (name) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(name) && name.length > 1,
  },
  { title: "Options and fields", holds: (name) => /^[a-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*$/.test(name) },
  // Flags, variables, paths, single words in capitals: no sentences, no lone marks.
  {
    title: "Other names",
    holds: (name) =>
      !entryId.test(name) &&
      /^(?:--?|[@$/.~<&]{1,2})?[A-Za-z][\w.:/@<>-]*(?: [\w<-][\w.:/@<>-]*){0,2}$/.test(name),
  },
];

const mostNames = 24;

/** `RTN15c6` in code marks reads as an entry, whether there is one or not. */
const entryId = /^\(?[A-Z]{2,}[A-Za-z-]{0,20}\d\w{0,20}\)?$/;

/** The names that the entries use, by what they are, each with the entries that use it; null where they use none. */
export function abstractions(facts: DesignFacts): string | null {
  const ids = new Set(facts.entriesAtHead.map(({ id }) => localId(id)));
  const users = new Map<string, string[]>();
  const note = (name: string, id: string): void => {
    users.set(name, [...(users.get(name) ?? []), id]);
  };
  for (const { id, text } of facts.sentences)
    for (const span of codeSpansIn(text))
      if (!ids.has(span.text)) note(span.text.replace(/^"([^"]{1,100})"$/, "$1"), id);
  for (const { id, name } of proseNames(facts)) note(name, id);
  for (const { id, number } of errorNumbers(facts)) note(number, id);
  const lines = groups.flatMap((group) => {
    const names = [...users].filter(([name]) => groupOf(name) === group);
    if (names.length === 0) return [];
    const shown = byUsers(names.slice(0, mostNames));
    const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : "";
    return [`- ${group.title}: ${shown.join("; ")}${more}`];
  });
  const all = [...partsOf(facts), ...lines];
  return all.length === 0 ? null : `Names the entries use:\n\n${all.join("\n")}`;
}

/** What an entry is about, where it begins with the name: `**Drawer**: …`. */
function partsOf({ entries }: DesignFacts): readonly string[] {
  const named = entries.flatMap(({ id, text }) => {
    const name = /^\s{0,3}(?:[-*+]\s)?\*\*([\p{L}][\p{L}\p{N} _./-]{1,60})\*\*\s?:/u.exec(text)?.[1];
    const isStep = name === undefined || /^(?:given|when|then|and|but|note|example|rationale)$/i.test(name);
    return isStep ? [] : [`${code(name)} ${cited([id])}`];
  });
  return named.length === 0 ? [] : [`- Parts: ${named.slice(0, mostNames).join(", ")}`];
}

/** Names that the same entries use, with these once. */
function byUsers(names: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [name, ids] of names) groups.set(cited(ids), [...(groups.get(cited(ids)) ?? []), code(name)]);
  return [...groups].map(([users, all]) => `${all.join(", ")} ${users}`);
}

function groupOf(name: string): Group | undefined {
  return groups.find(({ holds }) => holds(name));
}

/** Names without code marks that no prose makes: `user_id`, `DamageWithStatusEffect`. Two capitals alone may be a brand. */
function proseNames({ sentences }: DesignFacts): readonly { id: string; name: string }[] {
  return sentences.flatMap(({ id, text }) => {
    const prose = text.replace(/`[^`]*`/g, " ").replace(/\]\([^()\s]{0,1000}\)|\bhttps?:\S+/g, " ");
    const names =
      prose.match(
        /(?<![\w/.#-])(?:[A-Z][a-z]{1,30}(?:[A-Z][a-z]{1,30}){2,9}|[A-Za-z]{1,40}(?:_[A-Za-z0-9]{1,40}){1,9})(?![\w/-])/g,
      ) ?? [];
    return names.map((name) => ({ id, name }));
  });
}

/** Numbers called a code: `error code 40160`, `code of 93002`. */
function errorNumbers({ sentences }: DesignFacts): readonly { id: string; number: string }[] {
  return sentences.flatMap(({ id, text }) =>
    [...text.matchAll(/\b(?:error |status )?codes? (?:of |is |= |with )?(\d{3,6})\b/gi)].map((match) => ({
      id,
      number: match[1] ?? "",
    })),
  );
}
