import { pathTitles } from "../../core/message/wording.ts";
import type { Answer } from "../../core/decision/criterion.ts";
import { criterionWithId } from "../../core/decision/kinds-of-reasons.ts";
import { isBlocking } from "../../core/decision/policy.ts";
import type { Recommendation, Review } from "../../core/decision/review.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { type Html, html, type Value } from "./html.ts";
import { repositoryName } from "./layout.ts";
import { markedLines } from "./marked-lines.ts";

/** Entries shown in full; a page with more would be of no use to anybody. */
const mostEntries = 200;

/** Every changed entry with its own lines, the words that decided marked in them, and the eight answers. */
export function evidencePage(pull: PullRequest, review: Review): Html {
  const built = review.recommendations.filter(({ path }) => path !== "none");
  const rest = review.recommendations.length - built.length;
  if (built.length === 0) return html`<p class="empty">No changed entry needs anything built.</p>`;
  return html`<p>
      Marked: the words of the spec that an answer of the rules rests on. The number beside them names the
      answer.
    </p>
    ${built.slice(0, mostEntries).map((one) => entryCard(pull, review, one))}
    ${built.length > mostEntries ? html`<p class="empty">${built.length - mostEntries} more entries are not shown.</p>` : null}
    ${rest > 0 ? html`<p class="small">${rest} more changed, with nothing to build.</p>` : null}`;
}

function entryCard(pull: PullRequest, review: Review, recommendation: Recommendation): Html {
  const { change, path, reason, criteria } = recommendation;
  const lines = (change.after ?? change.before)?.lines ?? [];
  const commit = change.after === null ? review.base : review.head;
  const blob = `/${repositoryName(pull.repository)}/blob/${commit}/${change.file}?plain=1#L${change.line}`;
  const spans = criteria.flatMap(({ evidence }, i) => evidence.map((span) => ({ span, number: i + 1 })));
  const answers = criteria.map((answer, i) => ({
    ...answer,
    number: i + 1,
    against: isBlocking(answer.id, answer.verdict),
  }));
  return html`<section class="card entry" id="entry-${change.id}" aria-label="Entry ${change.id}">
    <header>
      <h2><code>${change.id}</code></h2>
      <span class="badge path-${path}">${pathTitles[path]}</span
      ><span class="small">${change.kind}, <a href="${blob}">${change.file}:${change.line}</a></span>
    </header>
    <div class="body">
      <p>${withCode(reason)}</p>
      <pre class="spec"><code>${markedLines(lines, spans)}</code></pre>
      ${answerList(answers.filter(({ against }) => against))}
      <details>
        <summary>Answers that speak for Spec → Code</summary>
        ${answerList(answers.filter(({ against }) => !against))}
      </details>
    </div>
  </section>`;
}

/** Words in which names stand between backticks. */
function withCode(text: string): Value {
  return text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

interface NumberedAnswer extends Answer {
  readonly number: number;
  readonly against: boolean;
}

function answerList(answers: readonly NumberedAnswer[]): Html | null {
  if (answers.length === 0) return null;
  return html`<ol class="criteria">
    ${answers.map(
      ({ id, verdict, because, number, against }) =>
        html`<li value="${number}" class="${against ? "against" : "fine"}">
          <span class="verdict">${verdict}</span>
          <strong>${criterionWithId(id)?.title ?? id}.</strong> ${withCode(because)}
        </li>`,
    )}
  </ol>`;
}
