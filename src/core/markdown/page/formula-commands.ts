/** Signs and words of TeX without an argument, each of which is drawn. */
export const symbols: ReadonlySet<string> = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma
  varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar
  sum prod int iint oint bigcup bigcap le leq ge geq lt gt ne neq ll gg approx equiv sim
  simeq cong propto cdot times div pm mp ast star circ bullet oplus otimes setminus in notin ni subset subseteq supset
  supseteq cup cap forall exists nexists emptyset varnothing infty partial nabla neg lnot land lor wedge vee to gets
  rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow longrightarrow implies iff mapsto uparrow downarrow
  lfloor rfloor lceil rceil langle rangle lvert rvert lVert rVert vert Vert lbrace rbrace
  mid parallel perp angle log ln lg exp min max sup inf lim arg det gcd deg dim mod bmod sin cos tan quad qquad
  ldots cdots vdots ddots dots prime top bot`
    .trim()
    .split(/\s+/),
);

/** What may take limits above and below. */
export const withLimits: ReadonlySet<string> = new Set(
  "sum prod int iint oint bigcup bigcap min max sup inf lim".split(" "),
);

/** Commands by how many arguments they draw. */
export const drawing: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [
        1,
        `sqrt mathrm mathbf mathit mathbb mathcal mathsf mathtt hat bar vec tilde dot ddot overline underline widehat
        widetilde overbrace underbrace boxed pmod`,
      ],
      [2, "frac dfrac tfrac cfrac binom stackrel overset underset"],
    ] as const
  ).flatMap(([count, names]) => names.split(/\s+/).map((name) => [name, count])),
);

export const sized = /^\\(?:big|Big|bigg|Bigg)[lr]?$/;
export const delimiter =
  /^(?:[()[\]|/.<>]|\\[{}|]|\\(?:[lr](?:floor|ceil|angle|vert|Vert|brace)|vert|Vert|uparrow|downarrow))$/;
export const environments =
  /^(?:[pbBvV]?matrix|smallmatrix|cases|array|aligned|gathered|split|(?:align|alignat|gather|equation)\*?)$/;
