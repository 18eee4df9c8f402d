import type { DesignFacts } from "./design-facts.ts";
import { label, plain, shortId } from "./markdown.ts";

const mostLinks = 6;

/** Entry by entry: the test data that exists, or what is missing. One line for each entry of the package, in its order. */
export function testPlan({ members, link, definitions }: DesignFacts): readonly string[] {
  const defined = new Set(definitions.map(({ file, line }) => `${file}:${String(line)}`));
  const vectors = members.map(({ change: { id, after }, needs }) => ({
    ...{ id, parent: after?.parent ?? null },
    need: needs.find((one) => /test vector/i.test(one)),
  }));
  return members.map(({ change, testData, needs }) => {
    const data = testData.filter(({ file, line }) => !defined.has(`${file}:${String(line)}`));
    const links = data
      .slice(0, mostLinks)
      .map(({ file, line }) => `[${label(file)}:${line}](${link(file, line)})`);
    const more = data.length > mostLinks ? `, and ${data.length - mostLinks} more` : "";
    if (links.length > 0) return `- [ ] ${shortId(change.id)}: test data at ${links.join(", ")}${more}`;
    if (change.after === null) return `- [ ] ${shortId(change.id)}: removed; its tests go`;
    const need = needs.find((one) => /test vector/i.test(one));
    // A requirement is judged with its criteria: where one of them asks for the same, that is its test.
    const same = vectors.find((one) => one.parent === change.id && one.need === need && need !== undefined);
    if (same !== undefined) return `- [ ] ${shortId(change.id)}: tested by ${shortId(same.id)}`;
    return `- [ ] ${shortId(change.id)}: no test data in the spec${need === undefined ? "" : `. ${plain(need)}`}`;
  });
}
