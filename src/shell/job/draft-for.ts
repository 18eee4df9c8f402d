import type { DesignFacts } from "../../core/design/design-facts.ts";
import type { CheckedDraft } from "../../core/design/draft/design-draft.ts";
import { type DraftFacts, draftRequest, shownTexts } from "../../core/design/draft/draft-request.ts";
import { modelRequestHash } from "../../core/code/request-hash.ts";
import { type PlacedEntry, neighbouringEntries } from "../../core/code/requested-entries.ts";
import { draftHiddenWords, draftInPublicWords, type noDraftWords } from "../../core/message/design-checks.ts";
import type { FollowUpText } from "../../core/message/follow-up-body.ts";
import type { ModelRequest } from "../../core/model-request.ts";
import { UserError } from "../../core/user-error.ts";
import { draftDeadline, draftDesign } from "../designer/draft-design.ts";
import { jobGroup } from "../job-group.ts";
import type { ModelPort } from "../ports.ts";
import { parseCheck } from "../writer/parse-check.ts";
import type { JobPorts } from "./job-ports.ts";
import type { DesignWork } from "./open-design.ts";
import { designedCode, mayStillShow } from "./designed-code.ts";
import { turnMemory } from "./turn-memory.ts";

/** A design as a model drafted it, or why it is none. */
export interface DraftedDesign {
  readonly draft: CheckedDraft | null;
  readonly why: keyof typeof noDraftWords | null;
  /** Hash of the request it answers; null without a draft. */
  readonly request: string | null;
  readonly model: FollowUpText["model"];
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
}

export interface DraftPlan {
  /** Null: no model is configured, the repository turns it off, or the entries are too long. */
  readonly request: ModelRequest | null;
  /** Throws UserError where what it may quote of targets may not be shown any more. */
  readonly make: () => Promise<DraftedDesign>;
  /** Whether a draft began that has not been concluded. */
  readonly holds: () => Promise<boolean>;
  readonly forget: () => Promise<void>;
}

const undrafted = { draft: null, why: null, request: null, model: null, costUsd: 0 } as const;

/** What a model would be asked for a design, and the asking; what it costs counts as the spec pull request's. */
export async function draftFor(
  ports: JobPorts,
  work: DesignWork,
  facts: DesignFacts,
  entries: readonly PlacedEntry[],
): Promise<DraftPlan> {
  const memory = turnMemory(ports.values, memoryName(work));
  const { job } = work;
  const model = modelFor(ports, work);
  const head = new Map(entries.map((entry) => [entry.id, entry]));
  const code = model === null ? { files: [], targets: [] } : await designedCode(ports, work, head);
  const asked: DraftFacts = {
    design: facts,
    neighbours: neighbouringEntries(facts.members, { base: new Map(), head }),
    note: job.request.note,
    code: code.files,
  };
  const request = model === null ? null : draftRequest(asked);
  const isPrivate = () => isPrivateSpec(ports, work);
  const wasPrivate = request !== null && (await isPrivate());
  if (model === null || request === null) {
    const why = model === null ? null : ("too-large" as const);
    return { ...memory, request: null, make: () => Promise.resolve({ ...undrafted, why }) };
  }
  return {
    ...memory,
    request,
    make: async () => {
      const shown = shownTexts(asked);
      const drafted = await made(ports, { facts, entries, request, model, once: memory.once, shown });
      // Said alike of every configured name, so that it tells of none whether it is there.
      if (wasPrivate && !(await isPrivate())) throw new UserError(draftInPublicWords);
      if (!(await mayStillShow(ports, work, code.targets))) throw new UserError(draftHiddenWords);
      return drafted;
    },
  };
}

/** Whether targets elsewhere are configured, and only some may read the spec beside them. */
async function isPrivateSpec(
  { github }: JobPorts,
  { job: { repository: spec }, reviewed }: DesignWork,
): Promise<boolean> {
  const own = `${spec.owner}/${spec.name}`.toLowerCase();
  const named = reviewed.config.targets.map(({ repository }) => repository?.toLowerCase() ?? own);
  if (named.every((name) => name === own)) return false;
  return (await github.repository(spec, spec.owner, spec.name))?.isPrivate === true;
}

interface Making {
  readonly facts: DesignFacts;
  readonly entries: readonly PlacedEntry[];
  readonly request: ModelRequest;
  readonly shown: readonly string[];
  readonly model: ModelPort;
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
}

async function made({ attempt, onError }: JobPorts, making: Making): Promise<DraftedDesign> {
  const { entries, request, ...rest } = making;
  const outcome = await draftDesign({
    ...rest,
    request,
    all: entries.map(({ id }) => id),
    signal: attempt.signal,
    parse: parseCheck,
    deadline: draftDeadline,
    onError: (error) => {
      onError(attempt.id, error);
    },
  });
  const costUsd = outcome.usage === null ? 0 : outcome.usage.costUsd;
  if (outcome.outcome === "none") return { ...undrafted, why: outcome.why, costUsd };
  const { draft, usage, origin } = outcome;
  const tokens = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens + usage.outputTokens;
  const model = { name: usage.model, tokens, costUsd, origin };
  return { draft, why: null, request: modelRequestHash(request), model, costUsd };
}

function modelFor({ model }: JobPorts, { job, reviewed }: DesignWork): ModelPort | null {
  const { enabled, maxUsdPerPullRequest: mostUsd } = reviewed.config.model;
  if (model === null || !enabled) return null;
  return model({ pullRequest: jobGroup(job.repository, reviewed.pull.number), mostUsd });
}

function memoryName({ job, unit }: DesignWork): string {
  const { installationId, id } = job.repository;
  return `${String(installationId)}/${String(id)}/${String(job.pullRequest)}/${unit.key}`;
}
