import { pushTo } from "../push-to.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { askedInRows, openPlaces, openText } from "./asked.ts";
import { seenTitle } from "../entries/dialects/scope.ts";
import { knownTestData } from "./known-test-data.ts";
import { clip, oneLine } from "./escape.ts";
import { plainTable } from "./plain-table.ts";
import { shownId } from "./shown-id.ts";
import { unreadFilesLines } from "./unread-files.ts";
import { legend } from "./legend.ts";
import { noEntryChanged } from "./verdict-line.ts";
import { changeWord, plural } from "./wording.ts";
import { findingsOf } from "./hygiene.ts";

const pathNames = { code: "Spec → Code", design: "Spec → Design → Code", none: "nothing to build" } as const;

/**
 * The review as plain text for a terminal of so many columns: the entries to build, one line each where that fits, then what
 * there is nothing to do for.
 */
export function reviewTable(review: Review, width = Infinity): string {
  const toBuild = review.recommendations.filter(({ path }) => path !== "none");
  const back = review.recommendations.filter(({ path, takeBack }) => path === "none" && takeBack);
  const rest = review.recommendations.length - toBuild.length - back.length;
  const lines = [`${summary(review)}\n`];
  const rows = toBuild.map((one) => ({ one, parts: [] }));
  const asked = askedInRows(rows, review);
  const shown = rows.map((each) => ({
    cells: row(each.one, review),
    below: (asked.get(each) ?? []).map((one) => openText(one, each.one.change.id, review)),
  }));
  if (shown.length > 0) lines.push(table(shown, width));
  const told = legend(toBuild, asked.size > 0).replaceAll("*", "");
  if (told !== "") lines.push(...wrapped(told, width), "");
  for (const { question, file, line } of openPlaces(review))
    lines.push(`${file}:${String(line)}  Open: ${oneLine(question)}`);
  for (const { change } of back)
    lines.push(`${shownId(change.id, review)}: ${change.kind}; to take back, unless a new rule replaces it.`);
  if (rest > 0 && toBuild.length > 0)
    lines.push(`Nothing to build, and not listed: ${plural(rest, "entry", "entries")}.`);
  lines.push(
    ...outsideLines(review).flatMap((line) => wrapped(line, width)),
    ...unreadFilesLines(review.unread ?? []),
  );
  for (const { rule, file, line, message } of findingsOf(review)) {
    lines.push(`${file}:${String(line)}  ${rule}: ${message}`);
  }
  return `${lines.join("\n")}\n`;
}

const mostOutside = 10;
const mostLines = 3;

/** Changed text in no entry: silence would say that nothing changed. By the headings that it stands under. */
function outsideLines({ outside, unread = [] }: Review): string[] {
  const sections = new Map<string, string[]>();
  const left = new Set(unread.map(({ file }) => file));
  for (const { file, heading, line, endLine, what } of outside) {
    if (left.has(file)) continue;
    const place = endLine > line ? `${String(line)}–${String(endLine)}` : String(line);
    pushTo(
      sections,
      `${file}\n${oneLine(seenTitle(heading)).replace(/[*[\]]/g, "")}`,
      what === "prose" ? place : `${place} (${what})`,
    );
  }
  const byFile = new Map<string, string[]>();
  for (const [key, lines] of [...sections].slice(0, mostOutside)) {
    const [file = "", heading = ""] = key.split("\n");
    const told = [...lines.slice(0, mostLines), ...(lines.length > mostLines ? ["…"] : [])].join(", ");
    pushTo(byFile, file, heading === "" ? told : `${clip(heading, 60)} (${told})`);
  }
  const others = sections.size - mostOutside;
  const places = [...byFile].map(([file, lines]) => `${file}: ${lines.join(", ")}`);
  const more = others > 0 ? `; and ${plural(others, "more section")}` : "";
  return places.length === 0 ? [] : [`Changed outside every entry, by line: ${places.join("; ")}${more}.`];
}

function summary(review: Review): string {
  const { recommendations } = review;
  if (recommendations.length === 0) return noEntryChanged(review);
  const count = (path: keyof typeof pathNames): string =>
    `${String(recommendations.filter((one) => one.path === path && !one.takeBack && one.decidedBy !== "nobody").length)} ${pathNames[path]}`;
  const unread = recommendations.filter(({ decidedBy }) => decidedBy === "nobody").length;
  const back = recommendations.filter(({ path, takeBack }) => path === "none" && takeBack).length;
  const more = [
    ...(unread > 0 ? [`${String(unread)} not judged`] : []),
    ...(back > 0 ? [`${String(back)} to take back`] : []),
  ].map((words) => `, ${words}`);
  const noun = recommendations.length === 1 ? "entry" : "entries";
  return `${String(recommendations.length)} changed ${noun}: ${count("code")}, ${count("design")}, ${count("none")}${more.join("")}.`;
}

function row(recommendation: Recommendation, review: Review): string[] {
  const { change, path, reason } = recommendation;
  const known = knownTestData(recommendation);
  const testData = known === null ? "" : known.inText ? "in the text" : "yes";
  const verdict = recommendation.decidedBy === "nobody" ? "not judged" : pathNames[path];
  return [
    shownId(change.id, review),
    changeWord(recommendation),
    verdict,
    testData,
    recommendation.decidedBy === "nobody" ? "" : reason,
  ];
}

interface Row {
  readonly cells: readonly string[];
  /** Lines that stand below the row. */
  readonly below: readonly string[];
}

function table(rows: readonly Row[], width: number): string {
  const isSaid = heads.map((_, at) => at === 0 || rows.some(({ cells }) => cells[at] !== ""));
  const said = (cells: readonly string[]): string[] => cells.filter((_, at) => isSaid[at]);
  const [head = "", ...lines] = plainTable([heads, ...rows.map(({ cells }) => cells)].map(said));
  const fits = [head, ...lines].every((line) => line.length <= width);
  const whole = rows.map(({ cells }, at) => (fits ? (lines[at] ?? "") : stacked(cells, width).join("\n")));
  const shown = rows.flatMap(({ below }, at) => [
    whole[at] ?? "",
    ...below.flatMap((text) => indented(text, width)),
  ]);
  return [...(fits ? [head] : []), ...shown, ""].join("\n");
}

const heads = ["entry", "change", "path", "test data", "why"];

/** A row on lines of its own: the ID, which stays whole, then the rest below it. */
function stacked(
  [id = "", change = "", path = "", data = "", why = ""]: readonly string[],
  width: number,
): string[] {
  const facts = [change, path, ...(data === "" ? [] : [`test data: ${data}`])].join(", ");
  return [id, ...[facts, why].filter((text) => text !== "").flatMap((text) => indented(text, width))];
}

function indented(text: string, width: number): string[] {
  return wrapped(text, Math.max(width - 2, 20)).map((line) => `  ${line}`);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
