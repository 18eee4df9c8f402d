import { mayBeFormulas } from "./dollars.ts";
import { isWellFormed } from "./well-formed-formula.ts";

/** A formula, and whether all of it is drawn so that it can be read. */
export interface Formula {
  readonly from: number;
  readonly to: number;
}

/** Commands of TeX that draw their arguments, or a sign. Any other may draw nothing, or nothing that is seen. */
const drawing = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma
  varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar
  frac dfrac tfrac cfrac sqrt sum prod int iint oint bigcup bigcap binom le leq ge geq lt gt ne neq ll gg approx equiv sim
  simeq cong propto cdot times div pm mp ast star circ bullet oplus otimes setminus in notin ni subset subseteq supset
  supseteq cup cap forall exists nexists emptyset varnothing infty partial nabla neg lnot land lor wedge vee to gets
  rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow longrightarrow implies iff mapsto uparrow downarrow
  left right big Big bigg Bigg bigl bigr Bigl Bigr lfloor rfloor lceil rceil langle rangle lvert rvert lVert rVert vert Vert
  mid parallel perp angle text textbf textit texttt textrm mathrm mathbf mathit mathbb mathcal mathsf mathtt operatorname
  log ln lg exp min max sup inf lim arg det gcd deg dim mod bmod pmod sin cos tan quad qquad ldots cdots vdots ddots dots
  hat bar vec tilde dot ddot overline underline widehat widetilde overbrace underbrace prime top bot hline
  limits nolimits displaystyle textstyle boxed not stackrel overset underset substack lbrace rbrace`
    .trim()
    .split(/\s+/),
);

const environments = new Set(
  "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases array align aligned alignat gather gathered split equation".split(
    " ",
  ),
);

/** What may stand between an environment and what it holds: where it is set, and the columns of an array. */
const opening = /\\begin\{([A-Za-z]+\*?)\}\s*(\[[^\]]*\]?)?\s*(\{[^{}]*\}?)?/g;

/** More negative spaces than these draw words over each other, or off the page. */
const mostNegativeSpaces = 2;

/**
 * Whether a formula may hold words that nobody sees: a comment, a command or an environment that is not known to draw, words in a script of a script, or
 * spaces that move words away.
 */
export function mayHideWords(formula: string): boolean {
  if (/(?<!\\)(?:\\\\)*%/.test(formula) || formula.split("\\!").length - 1 > mostNegativeSpaces) return true;
  if (/[_^]\s{0,9}\{[^{}]{0,200}[_^]\s{0,9}\{[^{}]{0,200}(?:\\text|[A-Za-z]{4})/.test(formula)) return true;
  if (!isWellFormed(formula) || [...formula.matchAll(opening)].some(hasOwnWords)) return true;
  return [...formula.matchAll(/\\(begin|end|[A-Za-z]+)(?:\{([^{}]*)\})?/g)].some(
    ([, command = "", inside = ""]) =>
      command === "begin" || command === "end"
        ? !environments.has(inside.replace(/\*$/, ""))
        : !drawing.has(command),
  );
}

/** Words in the place of an option or of columns are not drawn. */
function hasOwnWords([, name = "", option = "", columns = ""]: RegExpExecArray): boolean {
  if (option !== "" && !/^\[[tcblr]\]$/.test(option)) return true;
  return /^(?:array|alignat)/.test(name) && !/^\{[clr|\d ]{0,40}\}$/.test(columns);
}

/** Where one block of Markdown may be a formula that hides words. `block` has blanks in place of its code. */
export function hidingFormulas(block: string): readonly Formula[] {
  if (!block.includes("$")) return [];
  return mayBeFormulas(block)
    .filter(({ from, to }) => mayHideWords(block.slice(from, to)))
    .map(({ from, to }) => ({ from, to: to + 1 }));
}

/** Where display formulas that hide words stand in a whole text; they may go on over several blocks. */
export function hidingDisplays(text: string): readonly Formula[] {
  return [...text.matchAll(/\$\$[^$]*(?:\$(?!\$)[^$]*)*(?:\$\$|$)/g)]
    .filter(([formula]) => mayHideWords(formula))
    .map(({ 0: formula, index }) => ({ from: index, to: index + formula.length }));
}
