import { plainWord } from "../../syntax/values.ts";
import { textsOf, type ReadTest } from "../tests/read-tests.ts";
import type { Demand } from "../demands/demands.ts";
import { optionsIn, type StatedCondition } from "../demands/stated-conditions.ts";

/** `name: true`, `setName(false)`, `"name" => false`, `name = x`. */
const setting = /([A-Za-z_]\w{2,60})["']?\]?\s{0,3}(?:=>|[:=](?!=)|\()\s{0,3}([\w!.]{1,60})/g;

/** Tests that set an option to the other value alone than a demand says; as a sentence, or null. */
export function untestedOption({ quote }: Demand, proving: readonly ReadTest[]): string | null {
  const option = optionsIn(quote).find((one) => proving.every((test) => setsOtherwise(one, test)));
  return option === undefined
    ? null
    : `Its tests set \`${option.option}\` to ${String(!option.holds)}, and never to ${String(option.holds)}.`;
}

/** Whether a test gives an option the other value than a demand says, in plain words, and this one nowhere. */
function setsOtherwise({ word, holds }: StatedCondition, test: ReadTest): boolean {
  const given = textsOf(test)
    .flatMap((text) => [...text.matchAll(setting)])
    .filter(([, name = ""]) => plainWord(name).endsWith(word))
    .map(([, , value = ""]) => value.toLowerCase());
  return given.length > 0 && given.every((value) => value === String(!holds));
}
