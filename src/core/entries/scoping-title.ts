const binding =
  /\b(?:(?:in|out[ -]of)[ -]scope|non[ -]?goals?|futures?|later|planned|backlog|roadmap|(?:phase|stage|milestone|iteration|release|version|v) ?\d[\d.]*|mvp|optional|required|mandatory|recommended|must|should|could|won['’]t|may|nice to have|deprecated|obsolete|removed|retired|experimental|drafts?|proposed|proposals?|rejected|appendix|informative|non[ -]normative|exceptions?|only|not|no|without|except|if|when|while|unless|until|before|after|during)\b/giu;
const counted = /\b(?:phase|stage|milestone|iteration|release|version|v) ?\d[\d.]*/giu;
/** `for guests`, `on Windows`. */
const holder = /\b(?:for|by|with|on) .{1,80}$/iu;

/** The words by which a title says whether or when what stands below it binds; empty for most titles. */
export function bindingOf(title: string): string {
  return (title.toLowerCase().match(binding) ?? []).sort().join(" ");
}

/** For whom or where what stands below a title holds, where it says so. */
export function holderOf(title: string): string {
  return holder.exec(title.toLowerCase().trim())?.[0] ?? "";
}

/** Whether a section got another title that binds otherwise. Counted releases and versions of a page say nothing of it. */
export function isRescoped(before: string, after: string): boolean {
  const innermost = (section: string): string =>
    bindingOf((section.split(" › ").at(-1) ?? "").replace(counted, ""));
  return innermost(before) !== innermost(after);
}
