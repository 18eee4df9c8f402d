import type { CommentContext } from "./comment-context.ts";
import { inlineText } from "./escape.ts";

/**
 * Why "Cited in" says "not read". The words for a target that is none are the same whatever the reason, so that nobody
 * learns from them which repositories exist.
 */
export function unreadTargetLines({
  repository,
  unreadTargets = [],
  refusedTargets = [],
}: CommentContext): string[] {
  const spec = inlineText(`${repository.owner}/${repository.name}`);
  const lines: string[] = [];
  if (unreadTargets.length > 0)
    lines.push(`${names(unreadTargets)} could not be read this time; the next push tries again.`);
  if (refusedTargets.length > 0)
    lines.push(
      `Not read: ${names(refusedTargets)}. A repository is read as a target when it has the same owner as this one, the ` +
        `App is installed on it, \`.github/twopath.yml\` on its default branch lists ${spec} under \`specs\`, and it is not ` +
        "private while this repository is public.",
    );
  return lines;
}

const maxNames = 10;

function names(targets: readonly string[]): string {
  const shown = targets.slice(0, maxNames).map((name) => inlineText(name));
  const more = targets.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
