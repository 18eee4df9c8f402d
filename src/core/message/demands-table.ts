import type { Demand } from "../code/verification/demands/demands.ts";
import { plainTable } from "./plain-table.ts";

/** The table of `twopath demands`. */
export function demandsTable(
  listed: readonly { readonly id: string; readonly demands: readonly Demand[] }[],
): string {
  const rows = listed.flatMap(({ id, demands }) =>
    demands.length === 0
      ? [[id, "asks for nothing", "", ""]]
      : demands.map(({ number, kind, quote, literals }) => [
          `${id}.${String(number)}`,
          kind,
          quote.replace(/\s+/g, " "),
          literals.map(({ text }) => text).join(", "),
        ]),
  );
  return [...plainTable([["demand", "kind", "words", "values"], ...rows]), ""].join("\n");
}
