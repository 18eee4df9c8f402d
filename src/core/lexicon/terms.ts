/**
 * A pattern from terms, written as a spec author would say them and separated by `|`: `a/b` are alternatives for one word, `*` is
 * any ending, `~` up to two words between, `#` a number, a hyphen also a space or nothing. Only literal alternatives and bounded
 * gaps, so matching is linear.
 */
export function anyOf(terms: string): RegExp {
  const alternatives = terms.split("|").map((term) => patternOf(term.trim()));
  return new RegExp(`(?<![a-z0-9-])(?:${alternatives.join("|")})(?![a-z0-9])`, "g");
}

function patternOf(term: string): string {
  return term
    .split(/ +/)
    .map((word, i) => {
      if (word === "~") return "(?: +[a-z'-]{1,30}){0,2}";
      return `${i === 0 ? "" : " +"}${oneOf(word)}`;
    })
    .join("");
}

function oneOf(word: string): string {
  const parts = word.split("/").map((part) =>
    part
      .replace(/[.+?^${}()[\]\\]/g, "\\$&")
      .replace(/-/g, "[- ]?")
      .replace(/\*/g, "[a-z]*")
      .replace(/#/g, "\\d[\\d.,]{0,9}"),
  );
  return parts.length === 1 ? (parts[0] ?? "") : `(?:${parts.join("|")})`;
}
