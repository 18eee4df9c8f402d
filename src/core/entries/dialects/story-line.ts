import type { ListItem, ScannedSource } from "../../markdown/scan/scanned-source.ts";

/** Somebody, in a few words. */
const who = "[^.:;!?\\n]{1,80}?,? ";
const stories: readonly RegExp[] = [
  new RegExp(
    `^as (?:an?|the|any|every) ${who}(?:i|we)(?:['’]d| would)? (?:want|need|like|wish|can|could|should|must|may|am able)\\b`,
  ),
  new RegExp(
    `^als ${who}(?:wil|kan|moet|wens|zou|möchte|will|kann|muss|soll|brauche) (?:ik|wij|we|ich|wir)\\b`,
  ),
  new RegExp(
    `^en tant (?:que |qu['’])${who}(?:(?:je|nous) (?:veux|voudrais|souhaite|peux|dois|voulons)|j['’]aimerais)\\b`,
  ),
  new RegExp(
    `^com[oe] ${who}(?:quiero|queremos|necesito|deseo|puedo|quero|queremos|preciso|desejo|posso|gostaria|voglio|vorrei|desidero)\\b`,
  ),
  new RegExp(`^som ${who}(?:vill|kan|vil|ønsker|önskar|behöver) (?:jag|jeg|vi)\\b`),
  new RegExp(`^jako ${who}(?:chcę|potrzebuję|mogę|chci|potřebuji)(?!\\p{L})`, "u"),
  /^[^\n。]{1,30}として、?[^\n。]{1,120}(?:たい|欲しい|できる)/u,
  /^作[为為][^\n。]{1,30}[,，、]?\s?我(?:们|們)?(?:想|希望|需要|可以|能)/u,
];

/** Whether a text tells a story: `As a guest, I want to park`, in several languages. */
function tellsStory(text: string): boolean {
  const plain = text.slice(0, 300).replace(/[*_]/g, "").trim().toLowerCase();
  return stories.some((story) => story.test(plain));
}

/** Whether an item of a list tells a story, in its first two lines. */
export function isStoryItem(scan: ScannedSource, { line, endLine }: ListItem): boolean {
  const lines = scan.lines.slice(line - 1, Math.min(endLine, line + 1));
  return tellsStory(lines.map(({ content }) => content).join(" "));
}
