import type { MarkdownPassage, MarkdownText } from "../markdown/read/markdown-text.ts";
import { code } from "./markdown.ts";

/** How an author says what he would do, or between what he sees the choice. */
const leans =
  /^\W{0,4}(?:recommend\w*|(?:current |my |our )?lean(?:s|ing|ings)?|propos(?:al|ed|es?)|suggest\w*|options?|alternatives?|prefer\w*|default|tentative\w*|assumption|current (?:thinking|plan|assumption)|for now|likely|probably|a\)|pros?|cons?|trade-?offs?)\b/i;

/** `Resolved: …`, `Answer: …`: the question is none any more. */
export function isAnswer(said: string): boolean {
  return /^\W{0,4}(?:resolved|resolution|decided|decision|answer(?:ed)?|settled|outcome)\b|✅/i.test(said);
}

/** `Answer:` with nothing behind it, which a form leaves under each question. */
const blankAnswer = /(?:^|\s)\W{0,4}(?:answer|decision|response|resolution)\W{0,3}$/i;

/** A passage as it is read without the place that is left in it for its answer. */
export function withoutBlank<T extends MarkdownPassage>(passage: T): T {
  const visible = passage.visible.replace(blankAnswer, "").trimEnd();
  if (!/:\W{0,3}$/.test(passage.visible) || visible === passage.visible) return passage;
  const sentences = passage.sentences.flatMap((one) => {
    const rest = one.visible.replace(blankAnswer, "").trimEnd();
    return rest === "" ? [] : [{ ...one, visible: rest }];
  });
  return { ...passage, visible, sentences };
}

/**
 * What the author writes directly with a question that he asks: what stands in its item, or after it as his recommendation, his
 * lean or his options.
 */
export function saidWith(
  question: MarkdownPassage,
  { passages, items }: Pick<MarkdownText, "passages" | "items">,
): readonly string[] {
  const own = question.sentences.map(({ visible }) => visible.trim()).filter((one) => leans.test(one));
  const inLong = question.visible.length > longest ? own : [];
  const item = items.find(({ line }) => line === question.line);
  const after = passages.slice(passages.indexOf(question) + 1);
  const within = after.filter(({ line }) => item !== undefined && line <= item.endLine);
  const rest = after.slice(within.length);
  const next = rest.findIndex(
    ({ kind, visible }) => !isText(kind) || !leans.test(visible) || visible.includes("?"),
  );
  const beside = [...within, ...rest.slice(0, next < 0 ? rest.length : next)].filter(({ kind }) =>
    isText(kind),
  );
  return [...inLong, ...beside.map(({ visible }) => visible)].filter((one) => one.trim() !== "");
}

/** As `asked` cuts it. */
const longest = 280;
const mostSaid = 6;

function isText(kind: MarkdownPassage["kind"]): boolean {
  return kind === "item" || kind === "paragraph" || kind === "quote";
}

/** What stands with a question, as the document quotes it behind. */
export function withIt(said: readonly string[]): string {
  if (said.length === 0) return "";
  const more = said.length > mostSaid ? `, and ${String(said.length - mostSaid)} more` : "";
  return `${besideIt}${said
    .slice(0, mostSaid)
    .map((one) => code(one))
    .join(", ")}${more}`;
}

const besideIt = "; with it: ";

/** A question without what stands with it. */
export function questionAlone(question: string): string {
  return question.split(besideIt, 1)[0] ?? question;
}
