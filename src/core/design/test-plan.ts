import type { DesignFacts } from "./design-facts.ts";
import { label, shortId } from "./markdown.ts";

const mostLinks = 6;

/** Entries with test data in the spec, and removed ones, in the package's order; of the others there is nothing to say. */
export function testPlan({ members, link, definitions }: DesignFacts): readonly string[] {
  const defined = new Set(definitions.map(({ file, line }) => `${file}:${String(line)}`));
  return members.flatMap(({ change, testData }) => {
    if (change.after === null) return [`- [ ] ${shortId(change.id)}: removed; its tests go`];
    const data = testData.filter(({ file, line }) => !defined.has(`${file}:${String(line)}`));
    if (data.length === 0) return [];
    const links = data
      .slice(0, mostLinks)
      .map(({ file, line }) => `[${label(file)}:${line}](${link(file, line)})`);
    const more = data.length > mostLinks ? `, and ${data.length - mostLinks} more` : "";
    return [`- [ ] ${shortId(change.id)}: test data at ${links.join(", ")}${more}`];
  });
}
