import { fileEnding, parseLanguage } from "../../core/code/language.ts";
import type { ParseCheck } from "../writer/run-tool.ts";

/** Why the code of each interface does not parse, in their order; null where it does, or where the language is not known. */
export async function parseInterfaces(
  interfaces: readonly { readonly language: string; readonly text: string }[],
  parse: ParseCheck,
): Promise<readonly (string | null)[]> {
  const found: (string | null)[] = [];
  for (const { language: word, text } of interfaces) {
    const language = parseLanguage(word);
    if (language === null) found.push(null);
    else found.push(await parse(`interface.${fileEnding(language)}`, withPreamble(language, text)));
  }
  return found;
}

/** Without its opening tag PHP is text, and any text parses. */
function withPreamble(language: string, text: string): string {
  return language === "php" && !text.trimStart().startsWith("<?php") ? `<?php\n${text}` : text;
}
