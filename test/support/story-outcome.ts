import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";

const bot = "twopath[bot]";

/**
 * How a story ended, as somebody sees it who opens each pull request and unfolds nothing: state, labels, check runs, comments,
 * and the files of what the bot opened. What differs from run to run is named, not shown.
 */
export async function outcomeOf(sandbox: Sandbox, owner: string, title: string): Promise<string> {
  const pulls = sandbox.world.pulls.filter(({ repository }) => repository.owner.login === owner);
  const parts: string[] = [];
  for (const pull of pulls) parts.push(await pullText(sandbox, pull));
  const whole = [`# ${title}`, ...parts].join("\n\n");
  return normalised(whole.replaceAll(sandbox.url, "https://github.test").replaceAll(owner, "acme"));
}

async function pullText(sandbox: Sandbox, pull: PullRequest): Promise<string> {
  const { repository, number, headRef, baseRef, author, labels } = pull;
  const state = pull.mergedAt !== null ? "merged" : pull.draft ? `${pull.state}, draft` : pull.state;
  const head = `## ${repository.name} #${String(number)}: ${headRef} into ${baseRef}, ${state}`;
  const shown = labels.length === 0 ? [] : [`Labels: ${labels.join(", ")}`];
  const own = author.login === bot ? [`Title: ${pull.title}`, ...(await files(sandbox, pull))] : [];
  const checks = sandbox.world.checks
    .filter((check) => check.repository === repository && check.headSha === pull.headSha)
    .map(({ name, conclusion, output }) => `Check run ${name}: ${String(conclusion)}, ${output.title ?? ""}`);
  return [head, ...shown, ...own, ...checks, ...comments(sandbox, pull)].join("\n\n");
}

/** Files that the branch has and its base has not, or otherwise. Of a document its outline: its words are others' to test. */
async function files(sandbox: Sandbox, { repository, headRef, baseRef }: PullRequest): Promise<string[]> {
  const name = `${repository.owner.login}/${repository.name}`;
  const { store } = repository;
  const commit = await store.resolve(headRef);
  if (commit === null) return ["The branch is gone."];
  const tree = (await store.tree(commit, true)).filter(({ type }) => type === "blob");
  const found: string[] = [];
  for (const { path, sha } of tree) {
    const text = (await store.readBlob(sha)).toString("utf8");
    if ((await sandbox.readFile(name, baseRef, path)) === text) continue;
    const lines = text.split("\n");
    const shown = lines.filter(outlines[path.slice(path.lastIndexOf("."))] ?? (() => true));
    found.push(`${path}\n\n~~~\n${shown.join("\n").trimEnd()}\n~~~`);
  }
  return found.sort();
}

function comments(sandbox: Sandbox, pull: PullRequest): string[] {
  const beside = sandbox.reviewComments(pull).map(({ id, author, body, path, line }) => {
    return { id, author, body, where: ` beside ${path}:${String(line)}` };
  });
  const all = [...sandbox.comments(pull).map((one) => ({ ...one, where: "" })), ...beside];
  return all
    .sort((a, b) => a.id - b.id)
    .map(({ id, author, body, where }) => {
      const reactions = sandbox.reactions({ id });
      const after = reactions.length === 0 ? "" : ` (${reactions.join(", ")})`;
      return `### ${author.login}${where}${after}\n\n${folded(body)}`;
    });
}

/** By the ending of a file, which of its lines are shown. */
const outlines: Readonly<Record<string, (line: string) => boolean>> = {
  ".md": (line) => /^(?:#{1,6} |status: |\s*- id: |\s*now: )/.test(line),
  ".yml": (line) => !/^\s*(?:#|$)/.test(line),
};

/** Without what is hidden or folded away, and the reasons of a review, which other stories have whole. */
function folded(body: string): string {
  const shown = body
    .replace(/<!--[^]*?-->\n*/g, "")
    .replace(/<details>\s*<summary>([^]*?)<\/summary>[^]*?<\/details>/g, "▸ $1")
    .trim();
  if (!body.startsWith("<!-- twopath:review -->")) return shown;
  return shown.replace(/^\|.*$/gm, (row) => `${row.split("|", 4).join("|")}|`).replace(/\n\nNext: .*$/, "");
}

function normalised(text: string): string {
  return `${text
    .replace(/\b[0-9a-f]{40}\b/g, "SHA")
    .replace(
      /\b[0-9a-f]{6}(?:&#8203;|\u200b)[0-9a-f]{6}\b|\b(?=[a-f]*[0-9])[0-9a-f]{12}\b|\b(?=[a-f]*[0-9])[0-9a-f]{7}\b/g,
      "SHA",
    )
    .replace(/#(issuecomment-|discussion_r)\d+/g, "#$1ID")
    .replace(/\b[\d,]+ tokens/g, "N tokens")
    .replace(/\b\d+ s\b|\b\d+ min(?: \d+ s)?\b/g, "TIME")}\n`;
}
