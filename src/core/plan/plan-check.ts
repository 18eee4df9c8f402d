import type { Recommendation, Review } from "../decision/review.ts";
import type { Finding } from "../entries/entry.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { openPlaces, type OpenPlace, openTexts, otherNeeds } from "../message/asked.ts";
import { type FailOn, gateMessage, nothingToCheck } from "../message/gate.ts";
import { findingsOf } from "../message/hygiene.ts";
import { checkName } from "../message/review-comment.ts";
import { verdictLine } from "../message/verdict-line.ts";
import { pathTitles } from "../message/wording.ts";
import type { Annotation, CheckButton, GitHubAction } from "./action.ts";

interface CheckFacts {
  readonly headSha: string;
  readonly failOn: FailOn;
}

/** GitHub takes at most 50 annotations a request. */
const maxAnnotations = 50;

const buttons: readonly CheckButton[] = [
  { label: "Generate", description: "Open the follow-up pull requests", identifier: "generate" },
  { label: "Explain", description: "Reply with the whole reasoning", identifier: "explain" },
];

/** The check run of a review: what the comment had no room for, annotations at the entries, and the gate. */
export function planCheck(
  review: Review,
  facts: CheckFacts & {
    readonly overflow: { readonly summary: string; readonly text: string | null } | null;
    readonly forgets: boolean;
  },
): GitHubAction {
  const { overflow, headSha, failOn, forgets } = facts;
  const gate = gateMessage(review, failOn, forgets);
  const passes = review.recommendations.some(({ path }) => path === "design") ? "neutral" : "success";
  const summary = overflow?.summary ?? "The comment on the pull request has the whole review.";
  return {
    type: "check-run",
    headSha,
    name: checkName,
    conclusion: gate === null ? passes : "failure",
    title: verdictLine(review).slice(0, 250),
    summary: gate === null ? summary : `${gate}\n\n${summary}`,
    text: overflow?.text ?? null,
    annotations: annotationsOf(review),
    buttons: review.recommendations.some(({ path }) => path !== "none") ? buttons : [],
  };
}

/** Where no entry is changed: none, unless a rule may wait for it. Null: no spec file is changed either. */
export function planEmptyCheck(review: Review | null, { headSha, failOn }: CheckFacts): GitHubAction[] {
  if (failOn === "never") return [];
  const gate = review === null ? null : gateMessage(review, failOn, true);
  return [
    {
      type: "check-run",
      headSha,
      name: checkName,
      conclusion: gate === null ? "success" : "failure",
      title: nothingToCheck.title,
      summary: gate ?? nothingToCheck.summary,
      text: null,
      annotations: review === null ? [] : annotationsOf(review),
      buttons: [],
    },
  ];
}

/** Entries that need a design first, then what is wrong in the spec. */
export function annotationsOf(review: Review): Annotation[] {
  const live = review.recommendations.filter((r) => r.change.after !== null);
  const first: Annotation[] = [];
  // Thousands of entries take their time: no more is made than is sent.
  const add = <Item>(items: readonly Item[], annotation: (item: Item) => Annotation): void => {
    first.push(...items.slice(0, maxAnnotations - first.length).map(annotation));
  };
  add(
    live.filter((r) => r.path === "design"),
    (one) => entryAnnotation(one, review),
  );
  add(openPlaces(review), besideAnnotation);
  add(findingsOf(review), findingAnnotation);
  return first;
}

function findingAnnotation({ file, line, rule, message }: Finding): Annotation {
  return {
    ...{ path: file, startLine: line, endLine: line, level: "warning", title: rule },
    message: plain(message, 1_000),
  };
}

function besideAnnotation({ question, file, line }: OpenPlace): Annotation {
  return {
    ...{ path: file, startLine: line, endLine: line, level: "notice", title: "Open" },
    message: plain(question, 1_000),
  };
}

function entryAnnotation(recommendation: Recommendation, review: Review): Annotation {
  const { change, path, reason } = recommendation;
  const more = [...openTexts(recommendation, review), ...otherNeeds(recommendation, review)];
  return {
    path: change.file,
    startLine: change.line,
    endLine: change.after?.endLine ?? change.line,
    level: "notice",
    title: plain(`${change.id}: ${pathTitles[path]}`, 250),
    message: plain([reason, ...more.map((one) => `- ${one}`)].join("\n"), 1_000),
  };
}

/** Annotations are plain text: nothing in them is live, but text may hide. */
function plain(text: string, max: number): string {
  return visibleText(text).text.slice(0, max);
}
