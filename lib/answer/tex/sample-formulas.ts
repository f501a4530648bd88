import fc, { type Arbitrary } from 'fast-check';

const atoms = fc.constantFrom(
  ..."a b x y z 0 1 2.5 1,000 + - = < > ( ) [ ] | / , ; ! : . ' * ~".split(' '),
  ...(
    '\\alpha \\Omega \\phi \\varepsilon \\infty \\partial \\nabla \\hbar \\ell \\Re \\emptyset \\times \\cdot \\pm \\le \\neq \\in ' +
    '\\subseteq \\to \\Rightarrow \\iff \\mapsto \\sum \\prod \\int \\oint \\lim \\sin \\log \\max \\limsup \\dots \\cdots ' +
    '\\ldots \\quad \\, \\; \\! \\{ \\} \\| \\langle \\rangle \\lceil \\rceil \\forall \\exists \\neg \\land \\% \\$ \\& \\# \\_ ' +
    '\\prime \\degree \\circ \\bigl( \\bigr) \\Big| \\not= \\colon \\bmod \\mid \\nmid \\aleph \\therefore \\square \\dagger'
  ).split(' '),
  'é',
  'λ',
  '∑',
  '日',
  '½',
  'x²',
);

const words = fc.constantFrom(
  'if',
  'for all',
  ' otherwise ',
  'kg',
  'a < b',
  'n-th',
  "don't",
  'naïve',
  '50\\%',
);

const oneArgument = fc.constantFrom(
  ...(
    'sqrt mathrm mathbf mathit mathbb mathcal mathfrak mathsf mathtt mathscr boldsymbol vec hat bar tilde dot ddot overline ' +
    'underline widehat widetilde overbrace underbrace overrightarrow boxed cancel bcancel xcancel sout phantom hphantom ' +
    'vphantom smash mathop mathrel mathbin mathord mathopen mathclose operatorname mathring check breve acute grave ' +
    'bra ket braket pmod mathrlap mathllap mathclap fbox displaystyle textstyle scriptstyle xrightarrow xleftarrow ce'
  ).split(' '),
);

const twoArguments = fc.constantFrom(
  ...'frac dfrac tfrac binom cfrac overset underset stackrel genfrac{}{}{0pt}{} textcolor{red} color{#12f} colorbox{aqua} raisebox{1pt} sfrac'.split(
    ' ',
  ),
);

const environments = fc.constantFrom(
  ...'matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases rcases aligned align align* gather gathered equation equation* split multline'.split(
    ' ',
  ),
  'array}{c|r',
  'alignat}{2',
  'cases*',
  'numcases}{f',
  'empheq}{align',
  'tabular}{cc',
);

const delimiters = fc.constantFrom(
  ...'( ) [ ] | . \\{ \\} \\langle \\rangle \\lfloor \\rfloor \\lVert \\rVert /'.split(' '),
);

/** Random TeX for tests: every kind of construct nested in every other. */
export const sampleFormulas: Arbitrary<string> = fc.letrec<{ row: string; part: string }>((tie) => ({
  row: fc.array(tie('part'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' ')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: atoms },
    { weight: 1, arbitrary: words.map((text) => `\\text{${text}}`) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('row'), fc.constantFrom('^', '_'), tie('row'))
        .map(([base, script, other]) => `{${base}}${script}{${other}}`),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(atoms, atoms, atoms).map(([base, low, high]) => `${base}_{${low}}^{${high}}`),
    },
    { weight: 2, arbitrary: fc.tuple(oneArgument, tie('row')).map(([name, row]) => `\\${name}{${row}}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(twoArguments, tie('row'), tie('row'))
        .map(([name, first, second]) => `\\${name}{${first}}{${second}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(environments, fc.array(fc.tuple(tie('row'), tie('row')), { minLength: 1, maxLength: 3 }))
        .map(
          ([name, rows]) =>
            `\\begin{${name}} ${rows.map((cells) => cells.join(' & ')).join(' \\\\ ')} \\end{${name.replace(/}.*/, '')}}`,
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(delimiters, tie('row'), delimiters)
        .map(([left, row, right]) => `\\left${left} ${row} \\right${right}`),
    },
  ),
})).row;
