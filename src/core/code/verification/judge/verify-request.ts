import { schemaForModel } from "../../../schema-for-model.ts";
import { verifyReply } from "./verify-reply.ts";
import type { ModelRequest } from "../../../model-request.ts";
import {
  codeForModel,
  dataBlock,
  dataForModel,
  joinForModel,
  entryForModel,
  markdownForModel,
  passageIn,
  type ShownText,
} from "../../../model-text.ts";
import { verifyPrompt } from "../../prompts/verify.ts";
import { bounded, type Excerpt, maxShown } from "./excerpt.ts";
import type { VerifyItem } from "./verify-items.ts";

/** Characters of decisions, and of entries that are only to be read, that one request shows. */
const maxDecided = 4_000;
const maxAround = 6_000;
/** Places of an entry's tag that are told. */
const maxTagged = 12;

/** Entries that one request asks about, and the demands of all of them. */
const batch = { entries: 8, demands: 24 };

/** Entries as they are asked about together: what they share of code and tests is shown once. */
export function verifyBatches(items: readonly VerifyItem[]): readonly (readonly VerifyItem[])[] {
  const batches: VerifyItem[][] = [];
  let demands = 0;
  for (const item of items) {
    const last = batches.at(-1);
    demands += item.demands.length;
    if (last === undefined || last.length >= batch.entries || demands > batch.demands) {
      batches.push([item]);
      demands = item.demands.length;
    } else last.push(item);
  }
  return batches;
}

/** Asks about some entries. It is not the conversation that wrote the code, and nothing of that one is shown. */
export function verifyRequest(items: readonly VerifyItem[]): ModelRequest {
  const asked = items.map(({ id, text, demands, tagged }) => {
    const shown = entryForModel(text);
    return dataBlock("entry", {
      entry: markdownForModel(id),
      text: shown,
      demands: demands.flatMap(({ number, kind, quote }) => {
        const words = passageIn(quote, shown);
        return words === null ? [] : [{ number, kind: codeForModel(kind), words }];
      }),
      tagged: tagged.slice(0, maxTagged).map((place) => codeForModel(place)),
    });
  });
  const { change, decided, around } = items[0] ?? { change: "", decided: "", around: [] };
  const blocks = [
    ...asked,
    ...toRead(around).map((one) => dataBlock("neighbour", one)),
    ...shownOnce(items.flatMap(({ code }) => code)).map((one) =>
      dataBlock("code", dataForModel(one, "code")),
    ),
    ...shownOnce(items.flatMap(({ tests }) => tests)).map((one) =>
      dataBlock("test", dataForModel(one, "code")),
    ),
    ...(decided === "" ? [] : [dataBlock("decisions", markdownForModel(decided, maxDecided))]),
    ...(change === "" ? [] : [dataBlock("change", codeForModel(change))]),
  ];
  return {
    purpose: "judge",
    system: verifyPrompt,
    documents: [],
    messages: [{ role: "user", content: [{ type: "text", text: joinForModel(blocks) }] }],
    tools: [],
    outputSchema: schemaForModel(verifyReply),
    maxOutputTokens: 8_000,
  };
}

function toRead(around: VerifyItem["around"]): readonly Readonly<Record<"entry" | "text", ShownText>>[] {
  let left = maxAround;
  return around.flatMap(({ id, text }) => {
    left -= text.length;
    return left < 0 ? [] : [{ entry: markdownForModel(id), text: entryForModel(text) }];
  });
}

function shownOnce(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const distinct = [...new Map(excerpts.map((one) => [`${one.file}:${String(one.line)}`, one])).values()];
  const isWithin = (one: Excerpt, other: Excerpt): boolean =>
    other !== one &&
    other.file === one.file &&
    other.line <= one.line &&
    other.line + other.text.split("\n").length >= one.line + one.text.split("\n").length;
  const widest = distinct.filter((one) => !distinct.some((other) => isWithin(one, other)));
  return bounded(widest, 2 * maxShown);
}
