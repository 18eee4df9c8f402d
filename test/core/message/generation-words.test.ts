import { fileURLToPath } from "node:url";
import { cancelledMessage } from "../../../src/core/message/generation-message.ts";
import { questionMessage } from "../../../src/core/message/question-message.ts";
import { repairMessage } from "../../../src/core/message/repair-message.ts";
import { expectGolden } from "../../support/golden.ts";

const asked = { entry: "LM1", quote: "at most 20", question: "Per batch, or @all\n/approve in total?" };
const repair = { failed: ["unit tests"], commit: "c".repeat(40), tried: 1, most: 2, because: null };

const messages: readonly (readonly [string, string])[] = [
  ["question", questionMessage(asked, "f1")],
  ["question-private", questionMessage({ ...asked, quote: null, question: null }, "f1")],
  ["repaired", repairMessage({ ...repair, state: "repaired" })],
  ["not-repaired", repairMessage({ ...repair, state: "not-repaired", because: "it was refused" })],
  ["repairs-given-up", repairMessage({ ...repair, tried: 2, state: "given-up" })],
  ["cancelled", cancelledMessage(2)],
];

test.each(messages)("%s", (name, body) => {
  expectGolden(`${body}\n`, fileURLToPath(new URL(`golden/${name}.md`, import.meta.url)));
});
