const words =
  "notes?|rationale|examples?|background|motivation|remarks?|informative|non-normative|see also|discussion|explanation|why|test (?:data|vectors?|cases?)|fixtures?";

/** `**Note**: …`, `Rationale: …`, `> Note: …`, `- Example: …`; its group is what follows on the line. */
const label = new RegExp(
  `^[\\s>]*(?:[-*+]\\s+)?(?:[*_]{0,3})(?:${words})(?:\\s*\\([^)\\n]{1,40}\\))?[*_]{0,3}\\s*[:.—-][*_]{0,3}(.*)$`,
  "i",
);
/** The same alone on its line, as a title: `**Rationale**`, `#### Rationale`. */
const title = new RegExp(
  `^[\\s>]*(?:#{1,6}\\s+|[*_]{1,3})(?:${words})[*_]{0,3}\\s*(?:(?::[*_]{0,3}|[*_]{1,3})\\s*)?$`,
  "i",
);
const alert = /^\s*>\s*\[!(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]/i;
const otherTitle =
  /^[\s>]*(?:#{1,6}\s|\*\*[^*\n]{1,60}\*\*\s*(?::\s*)?$|\*\*[^*\n]{1,60}:\*\*|\*\*[^*\n]{1,60}\*\*:)/;

/** The text with notes, rationales, examples and links to test data blanked, every offset kept: vectors are checked by themselves. */
export function withoutAsides(text: string): string {
  let aside: "none" | "paragraph" | "section" | "quote" = "none";
  return text
    .split("\n")
    .map((line) => {
      if (aside === "quote" && !/^\s*>/.test(line)) aside = "none";
      if (aside === "paragraph" && (line.trim() === "" || /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line)))
        aside = "none";
      if (aside === "section" && otherTitle.test(line)) aside = "none";
      if (alert.test(line)) aside = "quote";
      else if (title.test(line)) aside = "section";
      else if (aside === "none") {
        const rest = label.exec(line)?.[1];
        if (rest !== undefined) aside = rest.trim() === "" ? "section" : "paragraph";
      }
      return aside === "none" && !isBoldTitle(line) ? line : line.replace(/[^\n]/g, " ");
    })
    .join("\n");
}

function isBoldTitle(line: string): boolean {
  const inner = /^[\s>]*\*\*([^*\n]{1,60})\*\*\s*(?::\s*)?$/.exec(line)?.[1] ?? "";
  return inner !== "" && !/[.!`]$|\b(?:must|shall|should|may|is|are|not)\b/i.test(inner);
}
