import fc from "fast-check";
import { askedReview } from "../../../src/core/design/asked-review.ts";
import type { FollowUp } from "../../../src/core/state/follow-up.ts";
import type { Action } from "../../../src/core/plan/action.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { documentOf } from "../../../src/core/design/design-document.ts";
import { recordFollowUp } from "../../../src/shell/job/follow-up-register.ts";
import { markDesignState } from "../../../src/shell/job/mark-design-state.ts";
import type { JobPorts } from "../../../src/shell/job/job-ports.ts";
import { openDesign } from "../../../src/shell/job/open-design.ts";
import { reviseDesign } from "../../../src/shell/job/revise-design.ts";
import type { Applied, BranchCommit, GitHubPort, PullRequest } from "../../../src/shell/ports.ts";
import { loadReview } from "../../../src/shell/job/load-review.ts";
import { ScriptedModel } from "../../../src/shell/model/scripted-model.ts";
import { specAfter, specBefore } from "../../support/acme.ts";
import { designWorld } from "../../support/design-draft.ts";
import { MemoryGitHub } from "../../support/memory-github.ts";
import { memoryValues } from "../../support/memory-values.ts";
import { repetitions } from "../../support/repetitions.ts";

const repository = { installationId: 7, id: 70, owner: "acme", name: "spec" };
const head = "b".repeat(40);
const path = "design/cn2.md";
const spec: PullRequest = {
  ...{
    number: 1,
    title: "Change",
    body: "",
    state: "open",
    merged: false,
    mergeCommit: null,
    closedAt: null,
    draft: false,
    baseRef: "main",
  },
  ...{
    baseSha: "main",
    headRef: "change",
    headSha: head,
    author: { login: "author", id: 6 },
    labels: [],
    ours: false,
  },
  headRepository: { owner: "acme", name: "spec" },
};
const first = (documentOf(designWorld().facts, null).content ?? "").replaceAll("UPL1b", "CN2");

/** A design's branch as git keeps it: commits on top of each other, and nothing without its parent. */
class Branch {
  readonly commits: (BranchCommit & { readonly text: string })[] = [];

  constructor() {
    this.push(first, "twopath[bot]", "Design for CN2");
  }

  get tip(): Branch["commits"][number] {
    return this.commits.at(-1) as Branch["commits"][number];
  }

  push(text: string, login: string, message = "Edit"): void {
    const sha = String(this.commits.length).padStart(40, "0");
    const author = { login, id: login.length };
    this.commits.push({ sha, author, message, text, ours: login === "twopath[bot]", url: `u/${sha}` });
  }

  /** Puts a line of somebody's own at a place below the front matter. */
  edit(line: string, at: number, login: string): void {
    const lines = this.tip.text.split("\n");
    const from = lines.indexOf("---", 1) + 1;
    this.push(lines.toSpliced(from + (at % (lines.length - from)), 0, line).join("\n"), login);
  }

  get pull(): PullRequest {
    const refs = { headRef: "twopath/design/1-cn2", headSha: this.tip.sha, baseRef: "change" };
    return { ...spec, ...refs, number: 2, body: "", author: { login: "twopath[bot]", id: 12 }, ours: true };
  }

  get isTheirs(): boolean {
    return this.commits.some(({ ours }) => !ours);
  }

  apply(action: Action): Applied {
    const unmoved = { url: "u", number: 2 };
    if (action.type === "open-follow-up" && this.isTheirs) return { result: "hands-off", ...unmoved };
    if (action.type === "commit-files" && action.tip !== this.tip.sha)
      return { result: "hands-off", ...unmoved };
    if (action.type !== "open-follow-up" && action.type !== "commit-files")
      return { result: "done", ...unmoved };
    const message = "commitMessage" in action ? action.commitMessage : action.message;
    const text = action.files.find((file) => file.path === path)?.content ?? this.tip.text;
    this.push(text, "twopath[bot]", message);
    return { result: "done", ...unmoved };
  }
}

function portOf(branch: Branch): GitHubPort {
  const specs = { main: { "spec.md": specBefore }, change: {}, [head]: { "spec.md": specAfter } };
  const memory = new MemoryGitHub(specs, [spec], ["maintainer"]).port();
  return {
    ...memory,
    pullRequest: async (at, number) => (number === 2 ? branch.pull : memory.pullRequest(at, number)),
    commits: () => Promise.resolve(branch.commits),
    changes: async (at, pull) => {
      const file = { path, previousPath: null, status: "added", blob: null } as const;
      const own = { mergeBase: "change", baseTip: "change", files: [file], complete: true };
      return pull.number === 2 ? own : memory.changes(at, pull);
    },
    file: async (at, wanted, ref) =>
      wanted === path
        ? (branch.commits.find(({ sha }) => sha === ref)?.text ?? null)
        : memory.file(at, wanted, ref),
    followUp: () => {
      const { body, headSha, baseRef } = branch.pull;
      const pull = { number: 2, url: "u", body, headSha, baseRef };
      return Promise.resolve({ pull, tip: headSha, handsOff: branch.isTheirs });
    },
    apply: (_, _number, action) => Promise.resolve(branch.apply(action)),
  };
}

/** A model that changes one line nobody else wrote, while somebody may commit. */
function modelOf(branch: Branch, at: number, meanwhile: (() => void) | null): ScriptedModel {
  let wait = meanwhile;
  return new ScriptedModel((_request, slot) => {
    const lines = branch.tip.text.split("\n").slice(10);
    const own = lines.filter((line) => line.startsWith("None yet") || line.startsWith("Nothing in"));
    const once = own.filter((line) => branch.tip.text.split(line).length === 2);
    const old = once[at % Math.max(once.length, 1)] ?? "# Design";
    wait?.();
    wait = null;
    if (!slot.startsWith("revise/")) return { stop: "refused" };
    const edits = [{ old_text: old, new_text: `${old} Revised.` }];
    return { text: JSON.stringify({ edits, summary: "Done." }) };
  });
}

const followUp: FollowUp = {
  ...{ repository, number: 2, url: "u", source: { repository, number: 1 }, designCommit: null },
  ...{ mandate: { base: "main", targets: [] }, state: "draft", told: [] },
  data: {
    ...{ source: "acme/spec#1", stage: "design", workPackage: "cn2", target: "spec", head },
    ...{ entries: { CN2: "old" }, document: path },
  },
};

async function portsOf(branch: Branch, model: ScriptedModel): Promise<JobPorts> {
  const values = memoryValues();
  await recordFollowUp(values, followUp);
  const memory = new Map<string, unknown>();
  return {
    github: portOf(branch),
    attempt: {
      ...{ id: "job", attempt: 1, lastAttempt: false, signal: new AbortController().signal },
      once: async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
        if (!memory.has(key)) memory.set(key, await effect());
        return memory.get(key) as T;
      },
    },
    values,
    isAllowed: () => true,
    queue: {
      enqueue: () => Promise.resolve(true),
      jobs: () => Promise.resolve([]),
      cancel: () => Promise.resolve(false),
      retry: () => Promise.resolve(false),
    },
    model: () => model,
    judgeModel: null,
    clock: { now: () => new Date(0) },
    review: (request) => Promise.resolve(askedReview(request)),
    entries: (files, parse) => Promise.resolve(parseSpec(files, parse).files.flatMap((file) => file.entries)),
    specsAmong: () => Promise.resolve([]),
    webUrl: "https://github.test",
    trace: () => Promise.reject(new Error("no target is configured")),
    onError: () => undefined,
  };
}

const order = { author: { login: "maintainer", id: "maintainer".length }, heads: [], at: 0 };

interface Step {
  readonly kind: "person" | "stranger" | "revise" | "stale" | "current" | "generate";
  readonly at: number;
  /** Somebody commits while the bot works. */
  readonly meanwhile: boolean;
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("person", "person", "stranger", "revise", "revise", "stale", "current", "generate"),
    at: fc.nat(400),
    meanwhile: fc.boolean(),
  }),
  { minLength: 2, maxLength: 10 },
);

async function play(all: readonly Step[]): Promise<void> {
  const branch = new Branch();
  const written: string[] = [];
  const write = (login: string, at: number): void => {
    const line = `Decided no. ${String(written.length)} by ${login}.`;
    written.push(line);
    branch.edit(line, at, login);
  };
  for (const [index, { kind, at, meanwhile }] of all.entries()) {
    const before = branch.commits.length;
    if (kind === "person" || kind === "stranger") write(kind === "person" ? "maintainer" : "stranger", at);
    else {
      const model = modelOf(
        branch,
        at,
        meanwhile
          ? () => {
              write("maintainer", at);
            }
          : null,
      );
      await work(kind, await portsOf(branch, model), index);
    }
    for (const line of written) expect(branch.tip.text).toContain(line);
    expect(branch.commits.slice(before).every(({ text }) => text.startsWith("---\nstatus: "))).toBe(true);
  }
}

async function work(kind: Step["kind"], ports: JobPorts, index: number): Promise<void> {
  const common = { repository, order, deliveryId: String(index) };
  if (kind === "revise") {
    const job = { kind: "command", ...common, pullRequest: 2, commentId: index, body: "" } as const;
    await reviseDesign(ports, job, "say it shorter");
    return;
  }
  if (kind === "generate") {
    const request = { name: "generate", ids: [], path: "design", targets: [] } as const;
    const more = { dryRun: false, together: false, acceptOpen: false, commit: null, note: String(index) };
    const job = { kind: "generate", ...common, pullRequest: 1, commentId: index } as const;
    const unit = { key: "design/cn2", stage: "design", slug: "cn2", entries: ["CN2"], target: null } as const;
    const reviewed = await loadReview(ports, repository, 1, order.author);
    if (!reviewed?.review) throw new Error("The spec changes.");
    await openDesign(ports, {
      job: { ...job, request: { ...request, ...more } },
      reviewed: { ...reviewed, review: reviewed.review },
      unit,
      units: [unit],
      record: () => Promise.resolve(),
    });
    return;
  }
  await markDesignState(ports, repository, followUp, new Map(kind === "stale" ? [["CN2", "abcd"]] : []));
}

test("whatever people and the bot do in whatever order, no line of a person is lost", async () => {
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: repetitions(40, 150) });
}, 120_000);

test("a revision takes place on top of a person's commit, and none on a stranger's", async () => {
  const branch = new Branch();
  branch.edit("Ours.", 30, "maintainer");
  const revise = async (): Promise<string> => {
    const job = { kind: "command", repository, pullRequest: 2, commentId: 1, body: "" } as const;
    const ports = await portsOf(branch, modelOf(branch, 0, null));
    return reviseDesign(ports, { ...job, order, deliveryId: "d" }, "shorter");
  };
  expect(await revise()).toContain("Changed in [a new commit]");
  expect(branch.tip.text).toMatch(/Ours\.[^]*Revised\.|Revised\.[^]*Ours\./);
  branch.edit("Theirs.", 30, "stranger");
  const { length } = branch.commits;
  expect(await revise()).toContain("Changed in");
  branch.commits.splice(2, 1);
  expect(await revise()).toContain("no write access");
  expect(branch.commits).toHaveLength(length - 1);
});
