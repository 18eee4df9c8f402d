import { fileURLToPath } from "node:url";
import { commands } from "../../../src/core/command/commands/index.ts";
import { generationMessage, noModelMessage } from "../../../src/core/message/generation-message.ts";
import { closedNote, currentNote, keptNote, staleNote } from "../../../src/core/message/follow-up-note.ts";
import * as say from "../../../src/core/message/reply.ts";
import { expectGolden } from "../../support/golden.ts";
import { buildCommentContext, buildRecommendation, buildReview } from "../../support/review.ts";

const review = buildReview([
  buildRecommendation({
    id: "A1",
    kind: "added",
    path: "design",
    after: "Text.",
    needs: ["say which error code"],
  }),
]);

const messages: readonly (readonly [string, string])[] = [
  ["help", say.helpMessage(commands)],
  ["explain", say.explainMessage(review.recommendations, review, buildCommentContext())],
  ["unknown-entry", say.unknownEntryMessage("@ann/A2", "A1")],
  ["ambiguous-entry", say.ambiguousEntryMessage("Log in @ann", ["a#Log in @ann", "b#Log in @ann"])],
  ["unknown-command", say.unknownCommandMessage("genrate", "generate")],
  ["usage", say.usageMessage("Say what to change.", "/revise <instructions>")],
  ["refusal", say.refusalMessage("ann", ["acme/sdk-js"])],
  ["failure", say.failureMessage("01HX")],
  ["waiting", say.waitingMessage("GitHub limits requests", new Date("2026-11-25T10:40:30Z"))],
  ["user-error", say.userErrorMessage("The branch @ann/x was renamed. Choose another.")],
  ["no-model", noModelMessage()],
  [
    "progress",
    say.progressMessage(
      [
        { text: "Read 3 entries", state: "done" },
        { text: "Write sdk-js", state: "running" },
        { text: "Open the pull request", state: "waiting" },
      ],
      75,
      0.126,
    ),
  ],
  [
    "generation",
    generationMessage({
      commentId: 31,
      notes: [],
      seconds: 75,
      costUsd: 0.126,
      units: [
        {
          target: "sdk-js",
          stage: "code",
          state: "opened",
          url: "https://github.com/acme/sdk-js/pull/4",
          label: "acme/sdk-js#4",
          because: null,
        },
        {
          target: "sdk-go",
          stage: "code",
          state: "failed",
          url: null,
          label: null,
          because: "the model's reply was cut off",
        },
      ],
    }),
  ],
  ["status", say.statusMessage([{ what: "generate A1", state: "running", seconds: 12 }])],
  ["status-idle", say.statusMessage([])],
  [
    "stale",
    staleNote(
      [
        { id: "A1", before: "At most 10 @items.", after: "At most 20 @items." },
        { id: "A2 @ann", before: null, after: null },
      ],
      "b".repeat(40),
    ),
  ],
  ["current", currentNote("b".repeat(40))],
  ["closed", closedNote("acme/spec#7")],
  ["kept", keptNote("acme/spec#7")],
];

test.each(messages)("%s", (name, body) => {
  expectGolden(`${body}\n`, fileURLToPath(new URL(`golden/${name}.md`, import.meta.url)));
});
