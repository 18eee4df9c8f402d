import { tableOf } from "./markdown-table.ts";
import { demandBlock, type ShownDemands } from "./demand-block.ts";
import { clip, codeText, inlineText, plainTitle, quoteText, richText } from "./escape.ts";
import { blobUrl, pullRequestUrl, type LinkBase } from "./link.ts";
import type { FollowUpData } from "../state/follow-up.ts";
import { followUpMarker } from "./marker.ts";
import { pathTitles, plural } from "./wording.ts";

export interface FollowUpEntry {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** False when nobody gave test data for it. */
  readonly hasTestData: boolean;
}

/** What a follow-up pull request says about itself. */
export interface FollowUpText {
  readonly data: FollowUpData;
  /** Where the spec lives. */
  readonly spec: LinkBase;
  readonly pullRequest: number;
  readonly entries: readonly FollowUpEntry[];
  readonly requestedBy: string;
  /** The comment that asked for it, or null. */
  readonly commentUrl: string | null;
  /** True when the spec's text comes from outside the repository. */
  readonly fromFork: boolean;
  /** Writes that the change needed and that were refused; absent or empty: none. */
  readonly incomplete?: readonly string[];
  /** Lines of the change that a reviewer reads first, and why. */
  readonly readFirst?: readonly string[];
  /** Entries that ask nothing of this target, in the model's words. */
  readonly nothingToDo?: readonly { readonly entry: string; readonly because: string }[];
  /** What the code shows of each demand; absent for a design. */
  readonly demands?: ShownDemands;
  readonly verified: readonly string[];
  readonly notVerified: readonly string[];
  /** Of a design: its file, and how many questions it leaves open. */
  readonly design?: { readonly path: string; readonly questions: number };
  /** The model's own words about what it did, or null. */
  readonly summary?: string | null;
  /** Null when no model took part. */
  readonly model: {
    readonly name: string;
    readonly tokens: number;
    readonly costUsd: number | null;
    readonly origin: "live" | "recorded" | "scripted";
  } | null;
}

/** At most 120 characters, none of which GitHub links. */
export function followUpTitle({ data, entries }: FollowUpText): string {
  const names = entries.map((entry) => entry.id);
  return data.stage === "design" ? subjectLine("Design for", names) : subjectLine("Implement", names);
}

const longestNames = 90;

/** What is done to entries, as a title or the first line of a commit: as many by name as fit. */
export function subjectLine(verb: string, entries: readonly string[]): string {
  const named = (count: number): string => {
    const names = entries.slice(0, count).join(", ");
    return count < entries.length ? `${names} and ${entries.length - count} more` : names;
  };
  let count = Math.min(entries.length, 20);
  while (count > 1 && named(count).length > longestNames) count--;
  const names = named(count);
  return clip(plainTitle(`${verb} ${names}`), 120);
}

export function followUpBody(text: FollowUpText): string {
  const { data } = text;
  const intro =
    data.stage === "design"
      ? "A design for the entries below, to be edited and discussed here. Merging it is the approval; the code follows from spec and design."
      : "Code and tests for the entries below. Running the tests is this repository's CI's work; nothing was run before this was opened.";
  const parts = [
    incompleteLine(text),
    followUpMarker(data),
    intro,
    origin(text),
    waits(text),
    list("Read first", text.readFirst ?? []),
    ...guide(text),
    entryTable(text),
    list(
      "Nothing to do, in the model's words",
      (text.nothingToDo ?? []).map(({ entry, because }) => `${entry}: ${because}`),
    ),
    text.demands === undefined ? "" : demandBlock(text.demands),
    list("Verified", text.verified),
    list("Not verified", text.notVerified),
    modelLine(text),
    summaryOf(text),
    data.stage === "design"
      ? "After a commit of yours, or a revision, `/generate` on the spec pull request leaves this branch alone."
      : "A commit of yours on this branch makes it yours: the bot then leaves it alone.",
  ];
  return clip(parts.filter((part) => part !== "").join("\n\n"), 60_000);
}

/** So many refused writes are named; the others are counted. */
const mostRefused = 20;

/** What the change lacks, before everything else. */
function incompleteLine({ incomplete = [] }: FollowUpText): string {
  if (incomplete.length === 0) return "";
  const files = incomplete.slice(0, mostRefused).map((line) => richText(clip(line, 300)));
  const more = incomplete.length - mostRefused;
  const byHand = `${files.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
  return `**Incomplete**: ${plural(incomplete.length, "write")} that the change asked for ${incomplete.length === 1 ? "was" : "were"} refused and nothing took ${incomplete.length === 1 ? "its" : "their"} place. By hand: ${byHand}.`;
}

/** Code from a stranger's text is read before it runs. */
export const ciWaits =
  "**CI waits**: this commit says `[skip ci]`, because its text comes from outside the repository and a workflow would run it with this repository's secrets. Read the diff, then push a commit (`git commit --allow-empty`) to run CI.";

function waits({ data, fromFork }: FollowUpText): string {
  return fromFork && data.stage === "code" ? ciWaits : "";
}

/** Keeps CI from running code that nobody has read: GitHub looks at the last commit alone, so each one says so. */
function skipParagraph(fromFork: boolean): readonly string[] {
  return fromFork ? ["[skip ci] Text from outside the repository: read it first."] : [];
}

/** The commit's message. */
export function followUpCommitMessage(text: FollowUpText): string {
  const { incomplete = [], fromFork, data } = text;
  return [
    followUpTitle(text),
    ...incompleteParagraph(incomplete),
    ...skipParagraph(fromFork && data.stage === "code"),
  ].join("\n\n");
}

/** Message of the commit that answers a failed CI. */
export function repairCommitMessage(
  title: string,
  refused: readonly { readonly message: string }[],
  fromFork: boolean,
): string {
  const subject = `Repair what CI found in: ${title}`.slice(0, 120);
  const missing = incompleteParagraph(refused.map(({ message }) => message));
  return [subject, ...missing, ...skipParagraph(fromFork)].join("\n\n");
}

/** Message of a commit that a `/revise` asked for; the trailer stands last. */
export function revisionCommitMessage(
  asked: string,
  refused: readonly { readonly message: string }[],
  trailer: string,
  fromFork: boolean,
): string {
  const subject = `Revise: ${plainTitle(asked).slice(0, 60).trim()}`;
  const missing = incompleteParagraph(refused.map(({ message }) => message));
  return [subject, ...missing, ...skipParagraph(fromFork), trailer].join("\n\n");
}

function incompleteParagraph(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const bullets = lines.slice(0, mostRefused).map((line) => `- ${plainTitle(clip(line, 200))}`);
  if (lines.length > mostRefused) bullets.push(`- and ${lines.length - mostRefused} more`);
  return [`Incomplete, these writes were refused:\n${bullets.join("\n")}`];
}

/** What there is to decide in a design, in which order it is read best, and how it goes on. */
function guide({ design }: FollowUpText): readonly string[] {
  if (design === undefined) return [];
  const { path, questions } = design;
  // No count: it would be wrong once somebody settles one.
  const open =
    questions === 0
      ? "whether it is right; it leaves no question open"
      : "what its open questions still list, and whether the rest is right";
  return [
    `**To decide** in ${codeText(clip(path, 200))}: ${open}.`,
    "**To read**: the open questions first, then the rest with the answers in mind. Write what is decided into the file.",
    "**To go on**: edit the file here, or say `/revise <instructions>` in a comment or beside a line; your commits are kept. Merging is the approval: `/generate` here then asks for the code, where the configuration does not by itself. Closing it drops the design.",
  ];
}

function origin(text: FollowUpText): string {
  const link = `[spec pull request ${text.pullRequest}](${pullRequestUrl(text.spec, text.pullRequest)})`;
  const fork = text.fromFork
    ? " Its text comes from a fork: read what was made of it with that in mind."
    : "";
  const asked = text.commentUrl === null ? "Asked for" : `[Asked for](${text.commentUrl})`;
  return `From ${link} at ${inlineText(text.data.head.slice(0, 12))}. ${asked} by ${inlineText(text.requestedBy)}.${fork}`;
}

function entryTable({ spec, data, entries }: FollowUpText): string {
  const rows = entries.slice(0, 200).map((entry) => {
    const link = `[${inlineText(clip(entry.id, 80))}](${blobUrl(spec, data.head, entry.file, entry.line)})`;
    return [link, richText(clip(entry.reason, 140)), entry.hasTestData ? "yes" : ""];
  });
  const more =
    entries.length > 200 ? [`\n…and ${plural(entries.length - 200, "more entry", "more entries")}.`] : [];
  const { stage, document } = data;
  const from =
    stage === "code" && document !== undefined ? `, as decided in ${richText(`\`${document}\``)}` : "";
  const path = pathTitles[from === "" ? stage : "design"];
  const head = `${path}, ${plural(entries.length, "entry", "entries")}${from}:`;
  return [head, "", ...tableOf(["Entry", "Why", "Test data"], rows), ...more].join("\n");
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [`**${title}**`, ...lines.map((line) => `- ${richText(clip(line, 300))}`)].join("\n");
}

function summaryOf({ summary = null }: FollowUpText): string {
  if (summary === null || summary.trim() === "") return "";
  return `In its own words, which nobody has checked:\n\n${quoteText(clip(summary, 2_000))}`;
}

function modelLine({ model }: FollowUpText): string {
  if (model === null) return "Made from the spec's own text; no model took part.";
  const cost = model.costUsd === null ? "cost unknown" : `$${model.costUsd.toFixed(2)}`;
  const source =
    model.origin === "live"
      ? `with ${inlineText(model.name)}`
      : `from a ${model.origin} reply, by no live model`;
  return `Written ${source}: ${plural(model.tokens, "token")}, ${cost}.`;
}
