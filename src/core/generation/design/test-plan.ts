import type { DesignFacts } from "./design-facts.ts";
import { code, label, plain } from "./markdown.ts";

const mostLinks = 6;

/** Entry by entry: the test data that exists, or what is missing. */
export function testPlan({ members, link }: DesignFacts): string {
  return members
    .map(({ change, testData, needs }) => {
      const links = testData
        .slice(0, mostLinks)
        .map(({ file, line }) => `[${label(file)}:${line}](${link(file, line)})`);
      const more = testData.length > mostLinks ? `, and ${testData.length - mostLinks} more` : "";
      if (links.length > 0) return `- [ ] ${code(change.id)}: test data at ${links.join(", ")}${more}`;
      if (change.after === null) return `- [ ] ${code(change.id)}: removed; its tests go`;
      const need = needs.find((one) => /test vector/i.test(one));
      return `- [ ] ${code(change.id)}: no test data in the spec${need === undefined ? "" : `. ${plain(need)}`}`;
    })
    .join("\n");
}
