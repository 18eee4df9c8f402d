import type { Language } from "../code/language.ts";
import type { DesignFacts } from "./design-facts.ts";

/** Languages that interfaces are given in: the targets', or TypeScript, which people of most languages read. */
export function interfaceLanguages({ targets }: Pick<DesignFacts, "targets">): readonly Language[] {
  const known = targets.flatMap(({ language }) => (language === null ? [] : [language]));
  return known.length === 0 ? ["typescript"] : [...new Set(known)];
}
