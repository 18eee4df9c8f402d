import type { Asked } from "./asked.ts";
import { code } from "./markdown.ts";
import type { SaidSentence } from "./said-of-feature.ts";

interface Default {
  /** What it is the default of, word by word; the last one is the noun. */
  readonly name: readonly string[];
  readonly value: string;
  readonly said: SaidSentence;
}

const value = "(['\"`][^'\"`]{1,80}['\"`]|\\d[\\d.,]{0,12}(?: ?[a-z%]{1,12}\\b)?)";
const words = "((?:[a-z][a-z_-]{0,30} ){0,2}[a-z][a-z_-]{0,30})";
const forms: readonly RegExp[] = [
  new RegExp(`\\b${words} \\(default(?:s to|ing to)?[:=]? ${value}`, "gi"),
  new RegExp(`\\b${words} (?:(?:must|shall|should|will) )?defaults? to ${value}`, "gi"),
  new RegExp(`\\bdefault ${words}(?: is| of|:| =) ${value}`, "gi"),
];
const pairs = /\bdefaults? \(([^()]{3,200})\)/gi;
const pair = new RegExp(`^\\s*${words}: ${value}\\s*$`, "i");

/** Where a feature gives two values as the default of one thing. */
export function defaultsThatDiffer(said: readonly SaidSentence[]): readonly Asked[] {
  const byNoun = new Map<string, Default[]>();
  for (const one of said.filter(({ text }) => /\bdefault/i.test(text)).flatMap(defaultsIn)) {
    const noun = one.name.at(-1) ?? "";
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), one]);
  }
  return [...byNoun].flatMap(([noun, all]) => differing(noun, all));
}

function defaultsIn(said: SaidSentence): readonly Default[] {
  const text = said.text.slice(0, 800);
  const single = forms.flatMap((form) =>
    [...text.matchAll(form)].map(([, name = "", given = ""]) => made(name, given, said)),
  );
  const listed = [...text.matchAll(pairs)].flatMap(([, list = ""]) =>
    list.split(",").flatMap((part) => {
      const [, name, given] = pair.exec(part) ?? [];
      return name === undefined || given === undefined ? [] : [made(name, given, said)];
    }),
  );
  return [...single, ...listed];
}

/** Words that stand before any name, or in place of one. */
const before =
  /^(?:values?|the|an?|its|their|configur\w+|variables?|options?|settings?|parameters?|fields?|propert(?:y|ies)|keys?|of|with|in|for|to|and|is|be|stored|use|using)$/;

function made(name: string, given: string, said: SaidSentence): Default {
  const all = name.toLowerCase().split(" ");
  const from = all.findLastIndex((word) => before.test(word));
  return { name: all.slice(from + 1), value: given.replace(/['"`]/g, "").trim(), said };
}

/** Of the same thing by its whole name, or by its last word where the feature has only one thing of that name. */
function differing(noun: string, all: readonly Default[]): readonly Asked[] {
  const names = new Set(all.filter(({ name }) => name.length > 1).map(({ name }) => name.join(" ")));
  const [first] = all;
  const other = all.find((one) => one.value !== first?.value);
  if (noun === "" || first === undefined || other === undefined || names.size > 1) return [];
  if (first.said === other.said) return [];
  const place = other.said.place ?? first.said.place;
  if (place === null) return [];
  const quotes = [first, other].map(({ said }) => code(said.text)).join(" and ");
  return [
    {
      question: `Which default of ${code(noun)} holds, ${code(first.value)} or ${code(other.value)}? The text gives both: ${quotes}`,
      about: [],
      place,
    },
  ];
}
