import { type DesignFacts, textOf } from "./design-facts.ts";

/** What the document was made from and shows, as YAML; of two entries of one ID the last, by which a review knows it too. JSON strings are YAML strings, so no ID or name can leave its line. */
export function frontMatter(facts: Pick<DesignFacts, "members" | "fingerprint" | "targets">): string {
  const made = new Map(facts.members.map((one) => [one.change.id, facts.fingerprint(textOf(one))]));
  const entries = [...made].map(([id, print]) => `  - id: ${yaml(id)}\n    fingerprint: ${yaml(print)}`);
  const targets = facts.targets.map(({ name }) => yaml(name)).join(", ");
  return `---\nstatus: draft\nentries:\n${entries.join("\n")}\ntargets: [${targets}]\n---\n`;
}

function yaml(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => {
    const isPlain = /[\p{L}\p{N}]/u.test(unit);
    return isPlain ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
