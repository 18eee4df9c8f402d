import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";

/** Words by which a spec hands a decision to whoever builds it, or puts it off. */
const leaves =
  /\bleft (?:open|up|undefined|unspecified|(?:to|for) (?:the |each |individual |every )?(?:implement|sdk|client|librar|platform|vendor|developer|application|language))|\bup to (?:the |each |individual |every )?(?:implement|sdk|client|librar|platform|vendor|developer|application|language)|\bimplementation[- ](?:defined|specific|dependent)\b|\b(?:TBD|TBC|TODO|FIXME)\b|\bto be (?:decided|defined|determined|specified)\b|\bNEEDS CLARIFICATION\b/i;

const most = 12;

/** Where the text says itself that somebody has yet to decide. */
export function leftOpen({ sentences }: DesignFacts): readonly string[] {
  return sentences
    .filter(({ text }) => leaves.test(text))
    .slice(0, most)
    .map(
      ({ id, text }) =>
        `The text leaves this to a decision: ${code(readable({ id, quote: text }))} ${cited([id])}`,
    );
}
