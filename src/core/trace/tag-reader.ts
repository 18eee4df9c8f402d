import { RE2JS } from "re2js";

/** Text of one line that may hold cited IDs, although no digit in it says so. */
export type TagReader = (line: string) => string[];

const bounds = { pattern: 500, line: 2000, instructions: 300 };

/**
 * What alone counts as a citation: a regular expression whose group `id`, or first group, holds one ID or several. In RE2
 * (https://github.com/google/re2/wiki/Syntax), which takes linear time whatever it says.
 * @returns the reader, or what is wrong with the pattern and what to write instead.
 */
export function patternReader(pattern: string): TagReader | { readonly problem: string } {
  if (pattern.length > bounds.pattern)
    return { problem: `The tag pattern is longer than ${bounds.pattern} characters; shorten it.` };
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : "unreadable";
    return {
      problem: `The tag pattern is not valid RE2 (${reason}); write it without look-around and back-references.`,
    };
  }
  if (compiled.groupCount() === 0)
    return {
      problem: "The tag pattern captures nothing; put the ID in a group, for example (?<id>[A-Z]+[0-9]+).",
    };
  if (compiled.programSize() > bounds.instructions)
    return { problem: "The tag pattern repeats too much to be compiled; use smaller repetition counts." };
  const group = Object.hasOwn(compiled.namedGroups(), "id") ? "id" : 1;
  return (line) => {
    const matcher = compiled.matcher(line.slice(0, bounds.line));
    const found: string[] = [];
    while (matcher.find()) found.push(matcher.group(group) ?? "");
    return found;
  };
}

const spec = /@spec(?:ification)?\b[ :(]{1,3}["']?([^\s"'`,;()[\]{}]{1,100})/g;

/** Reads `@spec ID`, and the target's own tag where what follows it is written like a slug: `// user-login`. */
export function tagReader(tag: string): TagReader {
  const [before = ""] = tag.split("ID");
  const prefix = before.trimEnd();
  return (line) => {
    const found = line.includes("@spec") ? [...line.matchAll(spec)].map((match) => match[1] ?? "") : [];
    const at = prefix === "" || prefix.startsWith("@spec") ? -1 : line.indexOf(prefix);
    if (at >= 0) {
      const word = /^\s{0,4}([A-Za-z][^\s"'`,;()[\]{}]{1,100})/.exec(
        line.slice(at + prefix.length, at + 200),
      )?.[1];
      if (word !== undefined && /[A-Za-z0-9][-_./#][A-Za-z0-9]/.test(word)) found.push(word);
    }
    return found;
  };
}
