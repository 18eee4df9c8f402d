/** Of a formula with a mistake only the mistake may be shown. */
export function isWellFormed(formula: string): boolean {
  const bare = formula.replace(/\\\\/g, " \\row ").replace(/\\[{}&$%#_]/g, " ");
  if (/\\row\s*\[(?!-?[\d.]{1,6}(?:em|ex|pt|px|mm|cm|in)\])/.test(bare)) return false;
  if (
    /\^\s*(?:[^{}\\\s]|\{[^{}]*\}|\\[A-Za-z]+)\s*\^|_\s*(?:[^{}\\\s]|\{[^{}]*\}|\\[A-Za-z]+)\s*_/.test(bare)
  )
    return false;
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  if (count(/\\left(?![A-Za-z])/g) !== count(/\\right(?![A-Za-z])/g)) return false;
  const begun = count(/\\begin\{/g);
  if (begun !== count(/\\end\{/g) || (begun === 0 && /&|\\row/.test(bare))) return false;
  return isBalanced(bare) && hasArguments(bare);
}

function isBalanced(formula: string): boolean {
  let open = 0;
  for (const brace of formula.match(/[{}]/g) ?? []) {
    open += brace === "{" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

const taking = /\\([A-Za-z]+)\s*((?:\[[^[\]]*\])?)/g;
const two = new Set("frac dfrac tfrac cfrac binom stackrel overset underset".split(" "));
const one = new Set(
  `sqrt text textbf textit texttt textrm mathrm mathbf mathit mathbb mathcal mathsf mathtt operatorname hat bar vec tilde dot
  ddot overline underline widehat widetilde overbrace underbrace boxed substack not`.split(/\s+/),
);

/** Whether each command that draws its arguments has them. */
function hasArguments(formula: string): boolean {
  return [...formula.matchAll(taking)].every(({ 0: whole, 1: name = "", 2: option = "", index }) => {
    if (option !== "" && two.has(name) && !/^\[[lr]\]$/.test(option)) return false;
    const wanted = two.has(name) ? 2 : Number(one.has(name));
    let rest = formula.slice(index + whole.length);
    for (let at = 0; at < wanted; at++) {
      const argument = argumentOf(rest);
      if (argument === null) return false;
      rest = rest.slice(argument);
    }
    return true;
  });
}

/** Where the first argument ends: a group, a command or a sign; null: there is none. */
function argumentOf(text: string): number | null {
  const start = text.length - text.trimStart().length;
  if (text[start] !== "{") return /^\s*(?:\\[A-Za-z]+|[^\s{}&$^_\\])/.exec(text)?.[0].length ?? null;
  let open = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") open += 1;
    else if (text[at] === "}") open -= 1;
    if (open === 0) return at + 1;
  }
  return null;
}
