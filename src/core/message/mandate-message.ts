import { clip, codeText, richText } from "./escape.ts";
import { listWords } from "./wording.ts";

/** The spec goes into another branch than when its follow-up was ordered. */
export function sentElsewhereWords(from: string, to: string): string {
  return `Nothing was done: the spec pull request goes into ${shown(to)} now, and this was ordered when it went into ${shown(from)}. Look at what holds there, then order it: \`/generate\` on the spec pull request.`;
}

/** The same of what was ordered a moment ago; escaped by whoever shows it. */
export function specSentMeanwhileWords(from: string, to: string): string {
  return `the spec pull request was sent from \`${clip(from, 80)}\` into \`${clip(to, 80)}\` meanwhile; look at what holds there, then say \`/generate\` again`;
}

/** A follow-up itself was sent into another branch, and maybe merged there; escaped by whoever shows it. */
export function followUpElsewhereWords(from: string, to: string, isMerged: boolean): string {
  const [was, is] = [clip(from, 80), clip(to, 80)];
  if (isMerged)
    return `this was ordered for \`${was}\` and merged into \`${is}\`; look at what was merged, then say \`/generate\` on the spec pull request`;
  return `the base branch changed from \`${was}\` to \`${is}\` since this was ordered; change it back on the pull request itself, or close that one and say \`/generate\` on the spec pull request`;
}

/** The same in place of what was to be done. */
export function sentAwayMessage(words: string): string {
  return `Nothing was done: ${richText(words)}.`;
}

/** Of a follow-up that was noted before the branch was. */
export function noMandateWords(): string {
  return "Nothing was done: it was not noted which branch the spec went into when this was ordered. Order it once more: `/generate` on the spec pull request.";
}

/** None of the targets that were ordered is one still, or the one that it was. */
export function otherTargetsWords(): string {
  return "Nothing was done: none of the targets that this was ordered for is in the configuration any more, or its name is another repository's by now, or takes part only since then. Look at those that are, then order it: `/generate` on the spec pull request, or here where this is a design.";
}

/** Targets that nobody has ordered this for; others are built. */
export function newTargetsWords(names: readonly string[]): string {
  const named = names.slice(0, 10);
  const more = names.length > 10 ? [`${String(names.length - 10)} more`] : [];
  const [are, were] = names.length === 1 ? ["is a target", "was"] : ["are targets", "were"];
  return `${listWords([...named.map(shown), ...more])} ${are} since this design was made, or ${were} not asked for with it. \`/generate --target ${named.join(" ")}\` here builds it there.`;
}

/** A design that GitHub calls merged, and that nobody has merged. */
export function cameAlongWords(base: string): string {
  return `No code was asked for: this design did not come in by a merge of this pull request, but with something else that went into ${shown(base)}, so nobody approved it here. Read it, then say \`/generate\` here.`;
}

/** A design that was merged, and does not stand where it was merged to. */
export function notInBaseWords(path: string, base: string): string {
  return `No code was asked for: ${shown(path)} is not in ${shown(base)} as this pull request has it, so the merge has not approved it. Read it, then say \`/generate\` here.`;
}

/** Beside what a merge builds, where other entries of the spec changed since. */
export function builtFromWords(head: string): string {
  return `Built from the spec at ${codeText(head.slice(0, 12))}, which the design was made from; other entries changed since. \`/generate\` here builds what it says now.`;
}

function shown(name: string): string {
  return codeText(name.slice(0, 80));
}
