import type { CommandRequest } from "../../core/command/command.ts";
import { commands } from "../../core/command/commands/index.ts";
import { type ParsedCommand, parseCommands } from "../../core/command/parse-commands.ts";
import { takenBackMessage } from "../../core/message/cancel-message.ts";
import { ambiguousPressWords, closedPressWords, headMovedWords } from "../../core/message/order-message.ts";
import { explainMessage, unknownCommandMessage, usageMessage } from "../../core/message/reply.ts";
import { isBotBranch } from "../../core/plan/branch-name.ts";
import { planAnswer, planRefusal } from "../../core/plan/plan-answer.ts";
import { planReviewAgain } from "../../core/plan/plan-follow-up.ts";
import { isTooMuch, talkState, withTalk } from "../../core/state/talk.ts";
import { generationGroup } from "../job-group.ts";
import { kept } from "../kept.ts";
import type { CommandJob } from "./command-job.ts";
import type { GenerateJob } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview } from "./load-review.ts";
import { perform } from "./perform.ts";
import { pressedPull } from "./pressed-pull.ts";
import { mayWrite } from "./rights.ts";
import { overridePaths } from "./override-paths.ts";
import { react } from "./react.ts";
import { cancelRuns } from "./cancel-runs.ts";
import { retryRuns, statusOfRuns } from "./steer-runs.ts";
import { isTakenBack } from "./taken-back.ts";
import { recallSaid } from "./said.ts";
import { reviseDesign } from "./revise-design.ts";
import { verifyPull } from "./verify-pull.ts";
import { selectEntries } from "../../core/command/select-entries.ts";

/** Does what a comment asks, in its order, and answers in one reply that is found again by the comment's id. */
export async function answerCommand(ports: JobPorts, job: CommandJob): Promise<void> {
  const found = parseCommands(job.body);
  if (found.length === 0) return;
  // What is only near a command of ours is another bot's where twopath has not spoken.
  if (found.every(({ type }) => type === "unknown") && !(await hasSpoken(ports, job))) return;
  if (await isNoise(ports, job)) return;
  if (!(await isMeantHere(ports, job))) return;
  await react(ports, job, "eyes");
  const paragraphs: string[] = [];
  for (const command of found) {
    const answer = await answerOne(ports, job, command);
    if (answer !== null) paragraphs.push(answer);
  }
  if (paragraphs.length > 0) await answerWith(ports, job, paragraphs);
}

/** On a pull request of twopath's own, or one that it has commented on. */
async function hasSpoken(ports: JobPorts, { repository, pullRequest }: CommandJob): Promise<boolean> {
  const recalled = await recallSaid(ports, repository, pullRequest);
  if (recalled?.comment) return true;
  const pull = await ports.github.pullRequest(repository, pullRequest);
  if (pull === null || isBotBranch(pull.headRef)) return pull !== null;
  return (await ports.github.comments(repository, pullRequest)).some(({ ours }) => ours);
}

/**
 * Each answer takes of what GitHub lets an installation write in an hour. Who may not write has a few, and then silence:
 * nobody else's work waits for theirs.
 */
async function isNoise(
  { github, values, clock, attempt }: JobPorts,
  { repository, order }: CommandJob,
): Promise<boolean> {
  const times = await attempt.once("talk", () => {
    const now = clock.now().getTime();
    return kept(values, talkState, repository.installationId, order.author).update((known) =>
      withTalk(known ?? [], now),
    );
  });
  return isTooMuch(times ?? []) && !(await mayWrite(github, repository, order.author));
}

/** Whether the command can be carried out where it stands: a press may be meant for another page, which is then said. */
async function isMeantHere(ports: JobPorts, job: CommandJob): Promise<boolean> {
  const { repository, pullRequest, order, commentId } = job;
  if (commentId !== null) return true;
  const found = await pressedPull(ports, job);
  if (found.type === "meant") return true;
  const pressed = order.heads.at(-1) ?? "";
  for (const number of found.type === "several" ? found.numbers : [pullRequest]) {
    const pull = await ports.github.pullRequest(repository, number);
    if (pull === null) continue;
    const moved = pull.state === "closed" ? closedPressWords() : headMovedWords(pressed, pull.headSha);
    const words = found.type === "several" ? ambiguousPressWords(found.numbers) : moved;
    await answerWith(ports, { ...job, pullRequest: number }, [words]);
  }
  return false;
}

/** Writes or rewrites the reply to the job's comment; in a review thread, one more comment of it. */
export async function answerWith(
  ports: JobPorts,
  job: CommandJob,
  paragraphs: readonly string[],
): Promise<void> {
  await ports.github.apply(job.repository, job.pullRequest, planAnswer(job, paragraphs));
}

async function answerOne(ports: JobPorts, job: CommandJob, found: ParsedCommand): Promise<string | null> {
  if (found.type === "unknown") return unknownCommandMessage(found.name, found.suggestion);
  if (found.type === "problem") return usageMessage(found.problem, found.command.usage);
  const { command } = found;
  const isButton = job.commentId === null;
  const { repository, order } = job;
  const needsWrite = command.permission === "write" || isButton;
  if (needsWrite && !(await mayWrite(ports.github, repository, order.author))) {
    await refuse(ports, job);
    return null;
  }
  if (needsWrite && (await isTakenBack(ports, job))) return takenBackMessage();
  const plan = found.plan({ commands });
  return plan.type === "answer" ? plan.text : serve(ports, job, plan.request);
}

async function serve(ports: JobPorts, job: CommandJob, request: CommandRequest): Promise<string | null> {
  switch (request.name) {
    case "explain": {
      const { repository, pullRequest: number, order, deliveryId } = job;
      const loaded = await loadReview(ports, repository, number, order.author);
      if (!loaded?.review) return null;
      // What a model was asked for this person is in the comment, too.
      if (loaded.review.judgement.judged > 0)
        await perform(ports, planReviewAgain({ repository, number }, loaded.pull.headSha, deliveryId));
      const selected = selectEntries(loaded.review, request.ids);
      return typeof selected === "string"
        ? selected
        : explainMessage(selected, loaded.review, loaded.context);
    }
    case "path":
      return overridePaths(ports, job, request);
    case "status":
      return statusOfRuns(ports, job);
    case "cancel":
      return cancelRuns(ports, job);
    case "retry":
      return retryRuns(ports, job);
    case "generate":
      await startGeneration(ports, job, request);
      return null;
    case "verify":
      return verifyPull(ports, job, request.ids);
    case "revise":
      return reviseDesign(ports, job, request.instructions);
  }
}

/** Explained once per pull request and person; after that the reaction has to do. */
async function refuse(ports: JobPorts, job: CommandJob): Promise<void> {
  await react(ports, job, "-1");
  const { repository, pullRequest, order } = job;
  await ports.github.apply(repository, pullRequest, planRefusal(order.author, repository));
}

/** The work is a job of its own, so that reviews and commands of this pull request need not wait for it. */
async function startGeneration(
  { queue }: JobPorts,
  { repository, pullRequest, commentId, order, deliveryId }: CommandJob,
  asked: GenerateJob["request"],
): Promise<void> {
  // A press names the commit of its check run, and so does what tries it again.
  const commit = order.isPress === true ? (order.heads.at(-1) ?? null) : asked.commit;
  const request = { ...asked, commit };
  const work: GenerateJob = {
    ...{ kind: "generate", repository, pullRequest, commentId },
    ...{ order, request, deliveryId },
  };
  await queue.enqueue(work, {
    dedupeKey: `generate:${deliveryId}:${JSON.stringify(request)}`,
    group: generationGroup(repository, pullRequest),
    supersede: false,
  });
}
