import { fileURLToPath } from "node:url";
import {
  cancelledMessage,
  nothingRunsMessage,
  takenBackMessage,
} from "../../../src/core/message/cancel-message.ts";
import { retriedWithoutNoteMessage } from "../../../src/core/message/generation-message.ts";
import { designChecks, type DesignCheckFacts } from "../../../src/core/message/design-checks.ts";
import {
  notRevisedMessage,
  revisedMessage,
  revisionFailedMessage,
} from "../../../src/core/message/revise-message.ts";
import { followUpBody, type FollowUpText } from "../../../src/core/message/follow-up-body.ts";
import { questionMessage } from "../../../src/core/message/question-message.ts";
import {
  builtFromWords,
  cameAlongWords,
  newTargetsWords,
  noMandateWords,
  notInBaseWords,
  otherTargetsWords,
  sentElsewhereWords,
} from "../../../src/core/message/mandate-message.ts";
import { changedInBaseWords, designOutdatedWords } from "../../../src/core/message/order-message.ts";
import { repairMessage, repairRefusedMessage } from "../../../src/core/message/repair-message.ts";
import { expectGolden } from "../../support/golden.ts";

const asked = { entry: "LM1", quote: "at most 20", question: "Per batch, or @all\n/approve in total?" };
const repair = {
  fromFork: false,
  failed: ["unit tests"],
  commit: "c".repeat(40),
  tried: 1,
  most: 2,
  because: null,
};

const revised = {
  changed: 2,
  sections: ["Data flow", "Open @questions"],
  summary: "Named it #1.",
  url: null,
};

const design: FollowUpText = {
  data: {
    ...{ source: "acme/spec#7", stage: "design", workPackage: "cn2", target: "spec" },
    ...{ head: "a".repeat(40), entries: { CN2: "f1" }, document: "design/cn2.md" },
  },
  spec: { webUrl: "https://github.test", repository: { owner: "acme", name: "spec" } },
  ...{ pullRequest: 7, requestedBy: "maintainer", commentUrl: null, fromFork: false, model: null },
  entries: [
    { id: "CN2", file: "spec.md", line: 5, reason: "several parts @work together", hasTestData: false },
  ],
  design: { path: "design/cn2.md", questions: 3 },
  ...designChecks({ draft: null, noDraft: null }),
};

/** What goes on without an order of its own, and does not. */
const notOrdered = [
  sentElsewhereWords("main", "@side/<b>"),
  noMandateWords(),
  otherTargetsWords(),
  newTargetsWords(["two"]),
  newTargetsWords(["two", "three"]),
  cameAlongWords("main"),
  notInBaseWords("design/lm1.md", "main"),
  builtFromWords("a".repeat(40)),
  designOutdatedWords(["LM1", "LM2"]),
  changedInBaseWords(["LM1", "LM2"], "main"),
];

const messages: readonly (readonly [string, string])[] = [
  ["question", questionMessage(asked, "f1")],
  ["question-private", questionMessage({ ...asked, quote: null, question: null }, "f1")],
  ["repaired", repairMessage({ ...repair, state: "repaired" })],
  ["not-repaired", repairMessage({ ...repair, state: "not-repaired", because: "it was refused" })],
  ["repairs-given-up", repairMessage({ ...repair, tried: 2, state: "given-up" })],
  ["repair-refused", repairRefusedMessage({ ...repair, because: sentElsewhereWords("main", "side") })],
  ["not-ordered", notOrdered.join("\n\n")],
  ["cancelled", cancelledMessage(2)],
  ["nothing-cancelled", nothingRunsMessage()],
  ["taken-back", takenBackMessage()],
  ["retried-without-note", retriedWithoutNoteMessage()],
  ["revised", revisedMessage({ ...revised, url: "https://github.test/acme/spec/commit/1" })],
  ["not-revised", notRevisedMessage("The entry says @nothing of it.")],
  ["revision-failed", revisionFailedMessage("the TypeScript code would be wrong: it does not parse")],
  ["design-body", followUpBody(design)],
  ["design-drafted", checksText({ draft: { marked: 2 }, noDraft: null })],
  ["design-not-drafted", checksText({ draft: null, noDraft: "over-budget" })],
];

function checksText(facts: DesignCheckFacts): string {
  const { verified, notVerified } = designChecks(facts);
  return ["Verified:", ...verified, "Not verified:", ...notVerified].join("\n- ");
}

test.each(messages)("%s", (name, body) => {
  expectGolden(`${body}\n`, fileURLToPath(new URL(`golden/${name}.md`, import.meta.url)));
});
