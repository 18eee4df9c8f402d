import { plainWord } from "../../syntax/values.ts";
import { textsOf, type ReadTest } from "../tests/read-tests.ts";

/** `name: true`, `setName(false)`, `"name" => false`, `name = x`. */
const setting = /([A-Za-z_]\w{2,60})["']?\]?\s{0,3}(?:=>|[:=](?!=)|\()\s{0,3}([\w!.]{1,60})/g;

/** Whether a test gives an option the other value than a demand says, in plain words, and this one nowhere. */
export function setsOtherwise(
  { word, holds }: { readonly word: string; readonly holds: boolean },
  test: ReadTest,
): boolean {
  const given = textsOf(test)
    .flatMap((text) => [...text.matchAll(setting)])
    .filter(([, name = ""]) => plainWord(name).endsWith(word))
    .map(([, , value = ""]) => value.toLowerCase());
  return given.length > 0 && given.every((value) => value === String(!holds));
}
