const maxFlows = 200;
const maxMarks = 40;

/**
 * Whether YAML nests deeper than anybody writes. A parser calls itself for every level: some thousand fill its stack, and
 * an expression that is compiled there ends the whole process. Linear.
 */
export function nestsTooDeep(text: string): boolean {
  let flows = 0;
  for (const line of text.split("\n")) {
    const lead = line.slice(0, line.search(/[^\s?-]|$/));
    if ((lead.match(/[?-](?=\s|$)/g)?.length ?? 0) > maxMarks) return true;
    for (const [character] of line.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[[\]{}]/g)) {
      flows = character === "[" || character === "{" ? flows + 1 : Math.max(0, flows - 1);
      if (flows > maxFlows) return true;
    }
  }
  return false;
}
