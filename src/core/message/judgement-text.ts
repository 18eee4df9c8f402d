import type { Judgement } from "../decision/review.ts";
import { plural } from "./wording.ts";

const whyWords: Readonly<Record<NonNullable<Judgement["why"]>, string>> = {
  unreachable: "the model could not be reached",
  "over-budget": "the model's budget is used up",
  refused: "the model refused",
  truncated: "the model's answer was cut off",
  "not-asked": "a model is asked for people with write access only, as `/explain` by one of them does",
  unreadable: "the model's answer could not be read",
};

/** What the model's part in a review was and cost; empty when none is configured. */
export function judgementText(judgement: Judgement): string {
  const { state, why, judged, fromCache, unanswered } = judgement;
  if (state === "off") return "";
  const sentences: string[] = [];
  if (judged + fromCache > 0)
    sentences.push(`A model judged ${entries(judged + fromCache)}${asked(judgement)}.`);
  if (unanswered > 0) {
    const because = why === null ? "the model gave no answer" : whyWords[why];
    sentences.push(`For ${entries(unanswered)} the rules' answer stands: ${because}.`);
  }
  return sentences.join(" ");
}

function asked({ judged, fromCache, costUsd }: Judgement): string {
  if (judged === 0) return ", none of them anew";
  const cost = costUsd === null ? "at an unknown cost" : `for $${costUsd.toFixed(2)}`;
  return fromCache === 0 ? `, ${cost}` : `, ${judged} of them anew, ${cost}`;
}

function entries(count: number): string {
  return plural(count, "entry", "entries");
}
