/** Tags of HTML: `<boolean>` stands for a value. */
const tags =
  /<(?:!--[^<>\n]{0,400}--|\/[a-z][\w-]{0,40}|[a-z][\w-]{0,40}\s[^<>\n]{1,400}|(?:table|thead|tbody|tr|td|th|p|br|hr|div|span|a|ul|ol|li|b|i|em|strong|code|pre|img|h[1-6]|sup|sub)\s?\/?)>/gi;
const mostTags = 0.3;

/** Whether a program wrote it: tags are more than three tenths of it. */
export function isMostlyTags(text: string): boolean {
  return (text.match(tags) ?? []).join("").length > mostTags * text.length;
}

/** A blank in place of each tag. */
export function withoutTags(text: string): string {
  return text.replace(tags, " ");
}
