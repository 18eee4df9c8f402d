import type { Change } from "../../entries/change.ts";
import { noWork, type Proof } from "./proof.ts";

const minRows = 3;
/** ` CWE: 613 NIST §: 7.1`, as the cells of a row follow its statement: where catalogues of standards say the same. */
const catalogue = "(?:CWE|CAPEC|CVE|NIST|OWASP|ASVS|ISO|IEC|PCI|DSS|SOC|GDPR|HIPAA|WCAG|RFC|CIS|BSI)(?: §)?:";
const cells = new RegExp(`^(?:\\s+${catalogue}(?:\\s+(?!${catalogue})\\S{1,40}){0,4}){1,4}\\s*$`);

/** A column of a table that names other catalogues went from many rows at once: it is not about what a row demands. */
export const removedColumn: Proof = (change, context) => {
  const column = columnGone(change);
  if (column === null) return null;
  const rows = context.siblings(change.after ?? change.before ?? neverMissing()).filter((row) => {
    const other = context.change(row.id);
    return other !== undefined && columnGone(other) === column;
  });
  return rows.length + 1 >= minRows ? noWork(`Only the column ${column} of the table went.`) : null;
};

/** The names of the cells that were taken from the end of a row, or null. */
function columnGone({ before, after }: Change): string | null {
  if (before === null || after === null || !/row/.test(after.kind)) return null;
  if (!before.text.startsWith(after.text.trimEnd())) return null;
  const rest = before.text.slice(after.text.trimEnd().length);
  if (!cells.test(rest)) return null;
  return (rest.match(/[A-Z]{2,20}(?=(?: §)?:)/g) ?? []).join(" and ");
}

function neverMissing(): never {
  throw new Error("A change needs an entry on one side.");
}
