const tags = /<[^<>\n]{1,400}>/g;
const mostTags = 0.3;

/** Whether a program wrote it: tags are more than three tenths of it. */
export function isMostlyTags(text: string): boolean {
  return (text.match(tags) ?? []).join("").length > mostTags * text.length;
}

/** A blank in place of each tag. */
export function withoutTags(text: string): string {
  return text.replace(tags, " ");
}
