import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { featureTitle } from "./feature.ts";
import { plain, shortId } from "./markdown.ts";

/** What a team calls it: the feature; where that has no name, the entries. */
export function documentTitle({ members, specFiles }: Pick<DesignFacts, "members" | "specFiles">): string {
  const changes = members.map(({ change }) => change);
  const feature = featureTitle(changes, specFiles);
  if (feature !== null) return plain(feature);
  const [first, second, ...more] = [...new Set(members.map(nameOf))];
  if (first === undefined || second === undefined) return first ?? "nothing";
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${String(more.length + 1)} more`;
}

const longest = 60;

/** Its ID, where the author gave it one; else its heading, or that which it stands under. */
function nameOf(member: Recommendation): string {
  const { id, after, before } = member.change;
  const entry = after ?? before;
  if (entry?.traits?.hasContentId !== true) return shortId(id);
  const [line = ""] = textOf(member).trim().split("\n", 1);
  const isHeading = line.length <= longest && !/[.:;,?!]\s*$/.test(line) && line !== textOf(member).trim();
  const under = entry.section.split(" › ").at(-1) ?? "";
  const name = (isHeading ? line : under).replace(/^\d[\d.]{0,20}\s+/, "");
  return name === "" ? shortId(id) : plain(name);
}
