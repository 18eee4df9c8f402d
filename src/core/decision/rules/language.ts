import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { readChange } from "../reading.ts";

const english = setOf(
  "the a an of to is are be must shall should when if then with and or in on for not that this it its by as from has have will can each any which may all after before only where their they",
);
/** Small words of languages in which specs were seen, none of them English. Written in lower case: `MIT` is no German. */
const others = [
  "der das und ist ein eine einen einem wird werden muss müssen soll nicht wenn mit für dem des auf bei nach zur zum oder kann können sowie durch über wurde sich alle jede",
  "le les des une est être doit doivent avec pour dans sur qui que ne pas ou par aux cette il elle sont peut lorsque chaque",
  "el los las una es debe deben con para por cuando se del al que está puede cada sin como su usuario sistema será",
  "os uma é deve devem não são quando ao com para por dos das pelo pela cada ser pode em usuário sistema sem na",
  "il gli deve devono della del dei di per non che una sono quando ogni può con nel alla viene essere",
  "het een moet moeten niet en van voor wordt worden met als kan de dat bij naar wanneer elke gebruiker",
  "jest się nie na do przez musi powinien powinna oraz lub jeśli gdy dla po jako każdy są być użytkownik",
  "ve bir bu için ile olarak olmalıdır gerekir değil veya her kullanıcı sistem tarafından olan edilir eğer da",
  "je se na nebo musí může při pro není být když aby každý který jsou uživatel systém po ze",
  "och är att som ska skall inte för med av ett den det till när om eller varje kan från vid på användaren",
  "của và là phải không được khi người dùng hệ thống các cho một với trong nếu sẽ",
  "dan yang harus tidak untuk dengan dari pada ketika jika atau setiap dapat akan pengguna sistem adalah oleh",
].map(setOf);
const fewestLetters = 4;

interface Evidence {
  readonly english: number;
  readonly other: number;
}

/**
 * The language of what the change brought: by its script or its small words; where it has too few, by those of the entries
 * around it. The rules know English words only: their silence about other text says nothing.
 */
export function languageOf(change: Change, context: SpecIndex): "english" | "other" {
  const prose = readChange(change)
    .fresh.filter(({ inFence }) => !inFence)
    .map(({ span }) => span.quote);
  const own = proseOf(prose.join(" "));
  if (isOtherScript(own)) return "other";
  const said = evidenceIn(own);
  if (said.english > said.other) return "english";
  if (said.other > said.english + 1) return "other";
  const entry = change.after ?? change.before;
  if (entry === null) return "english";
  const near = context.siblings(entry).slice(0, maxNear);
  const parent = entry.parent === null ? undefined : context.entry(entry.parent);
  const beside = proseOf([entry, ...(parent ? [parent] : []), ...near].map(({ text }) => text).join(" "));
  if (said.english === 0 && isOtherScript(beside)) return "other";
  const around = evidenceIn(beside);
  return around.other > around.english && around.other > 1 ? "other" : "english";
}

/** Whether a text is mostly in another script, or has more small words of another language than of English. */
export function isOtherLanguage(text: string): boolean {
  const prose = proseOf(text);
  const said = evidenceIn(prose);
  return isOtherScript(prose) || said.other > said.english + 1;
}

const maxNear = 40;

function proseOf(text: string): string {
  return text
    .replace(/`[^`\n]*`/g, " ")
    .replace(/[“"„»«][^“”"„»«\n]{1,200}[”"“«»]/g, " ")
    .replace(/\]\([^()\n]*\)/g, " ");
}

function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  return foreign >= fewestLetters && foreign > 0.3 * letters.length;
}

function evidenceIn(text: string): Evidence {
  const words = text.match(/\p{L}+/gu) ?? [];
  const count = (set: ReadonlySet<string>, fold: boolean): number =>
    words.filter((word) => set.has(fold ? word.toLowerCase() : word)).length;
  return { english: count(english, true), other: Math.max(...others.map((set) => count(set, false))) };
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
