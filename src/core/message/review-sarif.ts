import type { Recommendation, Review } from "../decision/review.ts";
import { openTexts, otherNeeds } from "./asked.ts";
import type { Finding } from "../entries/entry.ts";
import { findingsOf } from "./hygiene.ts";

interface Result {
  readonly ruleId: string;
  readonly level: "note" | "warning";
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** What the result is about, so that it is followed when lines move. */
  readonly about: string;
}

/** Code scanning shows no more of one run (docs.github.com, "SARIF support for code scanning"). */
const mostResults = 5_000;

const designFirst = "design-first";

/**
 * The review as SARIF 2.1.0 (OASIS), for code scanning and tools like reviewdog: every finding as a warning, every
 * entry that needs a design first as a note. Entries that go straight to code are no problem, hence no result.
 */
export function reviewSarif(review: Review): object {
  const results = [
    ...findingsOf(review).map(findingResult),
    ...review.recommendations.filter(({ path }) => path === "design").map((one) => designResult(one, review)),
  ].slice(0, mostResults);
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "twopath", rules: rules.map(ruleObject) } },
        columnKind: "utf16CodeUnits",
        results: results.map(resultObject),
      },
    ],
  };
}

function findingResult({ rule, id, file, line, message }: Finding): Result {
  return { ruleId: rule, level: "warning", text: message, file, line, about: id ?? "" };
}

function designResult(recommendation: Recommendation, review: Review): Result {
  const { change, reason } = recommendation;
  const needs = otherNeeds(recommendation, review);
  const sentences = [
    `${change.id} needs a design first: ${reason}`,
    ...openTexts(recommendation, review),
    ...(needs.length === 0 ? [] : [`Missing for the direct path: ${needs.join("; ")}`]),
  ];
  const text = sentences.map((one) => (/[.!?…]$/.test(one) ? one : `${one}.`)).join(" ");
  return { ruleId: designFirst, level: "note", text, file: change.file, line: change.line, about: change.id };
}

function ruleObject(id: string): object {
  const text =
    id === designFirst ? "The entry needs a design before code." : `${sentence(id)} in the specification.`;
  return { id, shortDescription: { text } };
}

function sentence(rule: string): string {
  const words = rule.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function resultObject({ ruleId, level, text, file, line, about }: Result): object {
  return {
    ruleId,
    level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: file.split("/").map(encodeURIComponent).join("/"),
            uriBaseId: "%SRCROOT%",
          },
          region: { startLine: Math.max(1, line) },
        },
      },
    ],
    partialFingerprints: { "entry/v1": `${ruleId}:${file}:${about}` },
  };
}
