import { mergeBarrier } from "../operation/merge-pull-request.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { type Html, html } from "./html.ts";
import { pullPath, timeOf } from "./layout.ts";
import { stageOf } from "./stage-of.ts";

const merging = {
  spec: "Merging takes the change into the specification.",
  design: "Merging a design is its approval: twopath then opens the pull requests with the code.",
  code: "Merge it once you have read the change and its check.",
} as const;

/** What may be done with a pull request as a whole, and what stands in the way. */
export async function mergeBox(pull: PullRequest): Promise<Html> {
  const { words, buttons } = await standing(pull);
  return html`<section class="card box merge" id="merge" data-fresh aria-label="Merge">
    <p>${words}</p>
    ${buttons}
  </section>`;
}

async function standing(pull: PullRequest): Promise<{ readonly words: Html; readonly buttons: Html }> {
  const barrier = await mergeBarrier(pull);
  const close = button(pull, "close", "Close", true);
  if (pull.mergedAt !== null)
    return {
      words: html`<strong>Merged</strong> into <code>${pull.baseRef}</code> by
        ${pull.mergedBy?.login ?? "somebody"}, ${timeOf(pull.mergedAt)}.`,
      buttons: html``,
    };
  if (barrier === "closed")
    return {
      words: html`<strong>Closed</strong> without being merged.`,
      buttons: html`${button(pull, "reopen", "Reopen", true)}`,
    };
  if (barrier === "draft")
    return {
      words: html`<strong>A draft.</strong> It can be merged once it is marked as ready.`,
      buttons: html`${button(pull, "ready", "Ready for review", false)}${close}`,
    };
  if (barrier === "conflict")
    return {
      words: html`<strong>Conflicts</strong> with <code>${pull.baseRef}</code>: git cannot merge it by itself.`,
      buttons: close,
    };
  return {
    words: html`<strong>No conflicts</strong> with <code>${pull.baseRef}</code>. ${merging[stageOf(pull)]}`,
    buttons: html`${button(pull, "merge", "Merge pull request", false)}${close}`,
  };
}

function button(pull: PullRequest, act: string, label: string, isPlain: boolean): Html {
  return html`<form method="post" action="${pullPath(pull)}/${act}">
    <button type="submit" ${isPlain ? html` class="plain"` : null}>${label}</button>
  </form>`;
}
