const argues =
  "abstract|simple summary|motivation|background|context and motivation|rationale|problem(?: statement| description)?|why(?: now| this)?|prior (?:art|work)|related work|drawbacks|alternatives considered|" +
  "(?:rejected|considered) (?:ideas|options|alternatives)|(?:unresolved|open) questions|future (?:work|possibilities)|" +
  "change ?log|acknowledge?ments|authors?|editors|contributors|copyright|(?:augmented |sample )?reference implementations?|motivación|motivação|begründung|hintergrund|problemstellung|contexte|antecedentes|動機|动机|背景";
const title = new RegExp(
  `^[\\s\\d.)*_-]{0,12}(?:design )?(?:${argues})(?: ?(?:and|&|/|und|et|y|e) ?(?:${argues}|alternatives|background|goals|use cases))?[\\s*_:]{0,12}$`,
  "iu",
);
const marked = /\((?:informative|non-normative)\)[\s*_]{0,12}$/i;

/**
 * Whether a section argues instead of asking: a proposal's motivation, what was rejected. In it `must` in small letters has
 * its common sense; the capitals of RFC 2119 are rules wherever they stand.
 */
export function isInformativeTitle(text: string): boolean {
  const short = text.slice(0, 200).replace(/[-_]/g, " ");
  return title.test(short) || marked.test(short);
}
