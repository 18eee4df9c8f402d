import fc from "fast-check";
import { STATE } from "mathjax-full/js/core/MathItem.js";
import type { MmlNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";
import { SerializedMmlVisitor } from "mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js";
import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import { AllPackages } from "mathjax-full/js/input/tex/AllPackages.js";
import { mathjax } from "mathjax-full/js/mathjax.js";
import { isDrawn } from "../../src/core/markdown/page/formula-grammar.ts";
import { repetitions } from "../support/repetitions.ts";

// MathJax, which draws formulas on GitHub too, with its mistakes shown as such.
RegisterHTMLHandler(liteAdaptor());
const packages = AllPackages.filter((name) => !["noerrors", "noundefined", "bussproofs"].includes(name));
const page = mathjax.document("", { InputJax: new TeX({ packages }) });
const visitor = new SerializedMmlVisitor();

/** The tree that MathJax draws of a formula. */
function drawn(formula: string, display: boolean): string {
  const root = page.convert(formula, { display, end: STATE["CONVERT"] ?? 100 }) as MmlNode;
  return visitor.visitTree(root);
}

const sign = fc.constantFrom(
  ..."x y 1 23 + - = < ( ) [ ] | , ' . & \\\\ \\, \\! \\{ \\| \\% \\_ ~ %".split(" "),
);
const command = fc.constantFrom(
  ...String.raw`\alpha \sum \lim \limits \left( \left\{ \right) \right. \big \big( \Big\langle \not \not= \in \frac \sqrt
  \hat \substack \pmod \pmod{n} \hline \displaystyle \text \text{Wa} \operatorname{Wb} \emph{W} \begin{cases} \end{cases}
  \begin{array}{cc} \end{array} \begin{align} \end{align} \begin{pmatrix} \end{pmatrix} \frac12 \mathbb [2pt] ^ _ { }`.split(
    /\s+/,
  ),
);

const { formula } = fc.letrec<{ formula: string; item: string; group: string; argument: string }>((tie) => ({
  formula: fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.join(" ")),
  group: tie("formula").map((inside) => `{${inside}}`),
  argument: fc.oneof({ maxDepth: 4 }, fc.constantFrom("x", "2", "\\alpha"), tie("group")),
  item: fc.oneof(
    { maxDepth: 4 },
    { arbitrary: sign, weight: 3 },
    { arbitrary: command, weight: 2 },
    fc.tuple(tie("argument"), fc.constantFrom("^", "_"), tie("argument")).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("\\frac", "\\binom", "\\underset"), tie("group"), tie("argument"))
      .map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("\\sqrt", "\\hat", "\\boxed", "\\mathrm"), tie("argument"))
      .map((parts) => parts.join("")),
    tie("formula").map((inside) => `\\left( ${inside} \\right]`),
    tie("formula").map((inside) => `\\sqrt[${inside}]{x}`),
    fc
      .tuple(fc.constantFrom("cases", "pmatrix", "aligned", "split", "align"), tie("formula"), tie("formula"))
      .map(([name, a, b]) => `\\begin{${name}} ${a} & ${b} \\\\ ${a} \\end{${name}}`),
  ),
}));

test("of what counts as drawn MathJax draws all: it finds no mistake, and every word stands in its tree", () => {
  let accepted = 0;
  fc.assert(
    fc.property(formula, fc.boolean(), (text, display) => {
      if (!isDrawn(text)) return;
      accepted += 1;
      const tree = drawn(text, display);
      expect(tree).not.toContain("<merror");
      for (const [, word = ""] of text.matchAll(/\{(W[ab])\}/g)) expect(tree).toContain(word);
    }),
    { numRuns: repetitions(5000, 30_000) },
  );
  expect(accepted).toBeGreaterThan(repetitions(500, 3000));
});

test.each([
  "\\big x",
  "x\\limits_y",
  "x^2^3",
  "x^2'",
  "\\frac{a}",
  "\\emph{a}",
  "a & b",
  "\\left( a",
  "\\text{a}}",
  "\\text{a_b}",
  "\\underset{a}x_b",
  "\\begin{cases} a \\end{array}",
  "a \\\\[b] c",
])("%j, with a mistake to MathJax or nothing that it knows, counts as not drawn", (text) => {
  expect(isDrawn(text)).toBe(false);
});
