import { describe, expect, test } from 'vitest';

import { expectReading, showAnswer } from '../show-answer';

/** For each source of commands, formulas and their expected text. */
const readings: Record<string, readonly (readonly [tex: string, reading: string])[]> = {
  'LaTeX and plain TeX': [
    ['\\hskip 1em plus 1fil minus 2pt z', 'z'],
    ['a\\hskip1em b', 'a b'],
    ['a\\hskip 2pt plus 1filll lm', 'a lm'],
    ['\\hskip1em plum', 'plum'],
    ['a\\hskip.5cm b', 'a b'],
    ['\\cfrac[l]{a}{b}', 'a/b'],
    ['\\cfrac[r]{1}{1+\\cfrac[r]{1}{x}}', '1/(1 + 1/x)'],
    ['\\cfrac{1}{2}', '1/2'],
    ['a\\*b', 'a∗b'],
    ['\\lefteqn{a} b', 'ab'],
    ['\\Rule{1em}{2pt}{0pt} x', 'x'],
    ['a\\Space{1em}{0pt}{0pt}b', 'a b'],
    ['\\sqrt[\\leftroot{-2}\\uproot{2}\\beta]{k}', 'β-√k'],
    ['a \\stackbin{d}{+} b', 'a +^d b'],
  ],
  'indices and powers without braces': [
    ['E_\\min', 'E_(min)'],
    ['E_\\min + E^\\max', 'E_(min) + E^(max)'],
    ['x_ \\max', 'xₘₐₓ'],
    ['x_\\sqrt2 y', 'x_√2y'],
    ['x_\\sqrt[3]{2} y', 'x_(³√2)y'],
    ['x_\\underline{ab}c', 'x_(ab)c'],
    ['x_\\mathop{b}', 'x_b'],
    ['x^\\sin', 'x^(sin)'],
    ['x_\\frac12', 'x_(1/2)'],
  ],
  'letters of fonts': [
    ['\\mathbf{\\phi}', 'φ'],
    ['\\mathbf{\\Phi\\phi\\varphi}', 'Φφφ'],
    ['{\\bf x\\phi}', 'xφ'],
    ['\\mathit{x\\phi}', 'xφ'],
    ['\\mathsf{\\phi}', 'φ'],
    ['\\mathit{\u0395}\\mathbf{\\epsilon}', '\u0395ε'],
    ['\\mathbfcal{L}\\mathbfscr{L}', 'ℒℒ'],
    ['\\symscr{L}\\symfrak{g}\\symsf{s}\\symtt{t}\\symrm{r}', 'ℒgstr'],
    ['\\Upgamma\\upvarphi', 'Γφ'],
    ['\\EuScript{L}', 'ℒ'],
  ],
  'enclose and cancel': [
    ['\\enclose{horizontalstrike}{x+y}', 'x + y'],
    ['\\enclose{updiagonalstrike,downdiagonalstrike}[mathcolor="red"]{x}', 'x'],
    ['\\enclose{longdiv}{123}', '123'],
    ['\\enclose{box}{x}', 'x'],
    ['\\enclose{top bottom}{x}', 'x\u0305'],
    ['\\cancel{x}\\bcancel{y}\\xcancel{z}\\sout{w}', 'xyzw'],
    ['\\cancelto{0}{x}', 'x→0'],
  ],
  'tags in a line': [
    ['x \\tag{1}', 'x (1)'],
    ['x \\tag*{Euler}', 'x Euler'],
    ['x = y \\tag{$*$}', 'x = y (∗)'],
    ['\\begin{align} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{align}', 'a = b (1); c = d (2)'],
    ['\\begin{equation} x \\tag{A.1} \\end{equation}', 'x (A.1)'],
  ],
  'negated arrows': [
    ['a \\centernot\\implies b', 'a ⟹̸ b'],
    ['a \\not\\implies b', 'a ⟹̸ b'],
    ['a \\not\\iff b', 'a ⟺̸ b'],
    ['a \\not\\impliedby b', 'a ⟸̸ b'],
    ['a\\slashed{D}\\slashed\\partial', 'aD̸∂̸'],
  ],
  'signs of textcomp': [
    ['5 \\texttimes 3', '5×3'],
    ['\\text{\\textsection 4, 5 \\textdiv 2}', '§4, 5 ÷2'],
    ['\\textonehalf', '½'],
    ['\\text{\\textcopyright, \\textregistered, \\texttrademark}', '©, ®, ™'],
    ['\\textbullet', '•'],
    ['5\\,\\angstrom', '5 Å'],
  ],
  'other packages': [
    ['\\cf{H2O}', 'H₂O'],
    ['\\cee{A -> B}', 'A → B'],
    ['\\mathcolor{red}{x}', 'x'],
    ['\\splitfrac{a}{b}', 'a over b'],
    ['x \\qed', 'x□'],
    ['\\pderivative{f}{x}', '(∂f)/(∂x)'],
    ['\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert} \\abs{x}', '|x|'],
    ['\\newcommand{iid}{y} x\\iid', 'xy'],
  ],
  'cases with text': [
    ['f = \\begin{cases*} 1 & if $x > 0$ \\\\ 0 & otherwise \\end{cases*}', 'f = {1 if x > 0; 0 otherwise'],
    ['\\begin{dcases*} \\frac12 & for user_id \\\\[4pt] 0 & else \\end{dcases*}', '{1/2 for user_id; 0 else'],
    ['\\begin{rcases*} a & R\\&D \\end{rcases*} = b', 'a R&D} = b'],
    ['\\begin{drcases*} a & $b$ \\\\ c & \\end{drcases*}', 'a b; c}'],
    [
      '\\begin{cases*} \\begin{matrix} a & b \\\\ c & d \\end{matrix} & as {a & b} \\end{cases*}',
      '{a b; c d as a & b',
    ],
    [
      '|x| = \\begin{numcases}{} x & if $x \\ge 0$ \\\\ -x & else \\end{numcases}',
      '|x| = {x if x ≥ 0; −x else',
    ],
    ['\\begin{numcases}{f(x) =} 1 & for $x$ \\\\ 0 & else \\end{numcases}', 'f(x) = {1 for x; 0 else'],
    ['\\begin{subnumcases}{f =} 1 \\\\ 0 & 50% of it \\end{subnumcases}', 'f = {1; 0 50% of it'],
  ],
  empheq: [
    ['\\begin{empheq}{align} a &= b \\\\ c &= d \\end{empheq}', 'a = b; c = d'],
    ['\\begin{empheq}[box=\\fbox]{align*} a &= b \\end{empheq}', 'a = b'],
    ['\\begin{empheq}[left=\\empheqlbrace]{align} a &= b \\\\ c &= d \\end{empheq}', '{a = b; c = d'],
    [
      '\\begin{empheq}[left={S = \\empheqlbrack}, right=\\empheqrbrack]{gather} a \\\\ b \\end{empheq}',
      'S = [a; b]',
    ],
    [
      '\\begin{empheq}[right={\\empheqrparen = x}]{alignat=2} a &= b &\\; c &= d \\end{empheq}',
      'a = b c = d) = x',
    ],
    ['\\begin{empheq}[left=\\empheqbiglvert, innerbox=\\x]{equation} a \\end{empheq}', '|a'],
    [
      '\\begin{empheq}[box=\\widefbox]{equation*} \\begin{pmatrix} a \\\\ b \\end{pmatrix} \\end{empheq}',
      '(a; b)',
    ],
  ],
  'tables of text': [
    ['\\begin{tabular}{cc} one & two words \\\\ three & four \\end{tabular}', 'one two words; three four'],
    [
      '\\begin{tabular}{c|c} \\hline a_1 & $b^2$ \\\\ \\hline c & d \\\\ \\hline \\end{tabular}',
      'a_1 b²; c d',
    ],
    ['\\begin{tabular}[t]{lp{3cm}} R\\&D & 50\\% \\\\[2pt] \\textbf{b} & \\end{tabular}', 'R&D 50%; b'],
    ['\\left.\\begin{tabular}{l} a \\\\ b \\end{tabular}\\right\\} c', 'a; b}c'],
    ['\\begin{tabular}{*{2}{c}} \\toprule a & b \\tabularnewline \\midrule c & d \\end{tabular}', 'a b; c d'],
    ['\\begin{array}{cc} \\multicolumn{1}{r}{x} & y \\end{array}', 'x y'],
  ],
  addresses: [
    ['\\url{https://example.org/a_b}', 'https://example.org/a_b'],
    ['\\url{https://example.org/~u/a--b?c=1&d=%20#e}', 'https://example.org/~u/a--b?c=1&d=%20#e'],
    ['\\url{https://example.org/a\\_b\\%20}', 'https://example.org/a_b%20'],
    ['\\text{see \\url{https://example.org/a^b}}', 'see https://example.org/a^b'],
    ['\\url{javascript:alert(1)}', 'javascript:alert(1)'],
    ['x \\quad \\url{mailto:a@example.org}', 'x mailto:a@example.org'],
  ],
  'dollars in text': [
    ['\\text{if $x$}', 'if x'],
    ['\\mbox{if $x_1>0$ then}', 'if x₁ > 0 then'],
    ['\\textrm{a $x$ b}', 'a x b'],
    ['\\textbf{a $x$ b}', 'a x b'],
    ['\\textit{a $x$}', 'a x'],
    ['\\text{if $\\text{a $y$ b}$ c}', 'if a y b c'],
    ['\\fbox{$x = 1$}', 'x = 1'],
    ['\\text{cost \\$5 and $x$}', 'cost $5 and x'],
    ['\\begin{cases} 1 & \\text{if $x > 0$} \\\\ 0 & \\text{else} \\end{cases}', '{1 if x > 0; 0 else'],
  ],
};

describe.each(Object.entries(readings))('%s', (_, formulas) => {
  test('has at least five variations', () => {
    expect(formulas.length).toBeGreaterThanOrEqual(5);
  });
  test.each(formulas)('%s reads %s', (tex, reading) => {
    expectReading(tex, reading);
  });
});

test.each([
  ['It is $\\href{https://example.org/a_b%20c#d}{x^2}$.', 7, 'x2'],
  ['It is $\\text{see \\href{https://example.org}{here} too}$.', 17, 'see here too'],
  ['$$\n\\href{https://example.org/a%20b}{x}\n= y\n$$', 3, 'x=y'],
  ['$\\href{javascript:alert(1)}{x}$', 1, 'x'],
  ['| a |\n|---|\n| $\\href{https://example.org}{x}$ |', 15, 'x'],
])('a link in a formula is text, with a warning: %j', (markdown, offset, shown) => {
  const { html, text, remarks } = showAnswer(markdown);
  expect(remarks).toMatchObject([{ code: 'formula', severity: 'warning', offset }]);
  expect(remarks[0]?.message).toContain('\\href');
  expect(text.replaceAll('\u00a0', ' ')).toContain(shown);
  expect(html).not.toContain('<a ');
});

test('a row end before \\href is no part of it', () => {
  expect(showAnswer('$\\begin{matrix} a \\\\href \\end{matrix}$').remarks).toEqual([]);
});

test.each([
  ['\\begin{array}{cc} \\multicolumn{2}{c}{x} \\\\ a & b \\end{array}'],
  ['\\begin{array}{cc} a & b \\\\ \\cline{1-2} c & d \\end{array}'],
  ['\\begin{cases*} a & b \\end{cases}'],
  ['\\begin{cases*} a & b'],
  ['\\begin{numcases}'],
  ['\\begin{numcases}{f} a & b'],
  ['\\begin{empheq}'],
  ['\\begin{empheq}[left={]{align} a \\end{empheq}'],
  ['\\begin{tabular} a \\end{tabular}'],
  ['\\url'],
  ['\\href{a}'],
])('what cannot be drawn is shown as its source, with a warning: %s', (tex) => {
  const { html, remarks } = showAnswer(`It is $${tex}$.`);
  expect(html).toContain('<code class="formula-source">');
  expect(remarks).toMatchObject([{ code: 'formula', severity: 'warning' }]);
});

test.each([
  ['\\begin{numcases}{f =}\n1 & if $x$ \\label{a} \\\\\n0 & else\n\\end{numcases}\n\nBy \\eqref{a}', '(1)'],
  ['\\begin{empheq}{align}\na &= b \\\\\nc &= d \\label{a}\n\\end{empheq}\n\nBy \\eqref{a}', '(1)'],
  ['\\begin{empheq}[box=\\fbox]{align*}\na &= b \\\\\nc &= d\n\\end{empheq}\n\nBy', ''],
  ['- cases:\n\n  \\begin{cases*}\n  1 & if $x$ \\\\\n  0 & else\n  \\end{cases*}', ''],
  [
    '$$\n\\begin{numcases}{f =}\n1 & a \\tag{7} \\label{a} \\\\\n0 & b\n\\end{numcases}\n$$\n\n\\eqref{a}',
    '(7)',
  ],
])('these environments are formulas without delimiters, and have numbers: %j', (markdown, number) => {
  const { html, remarks } = showAnswer(markdown);
  expect(remarks).toEqual([]);
  expect(html.match(/<math/g)).toHaveLength(1);
  expect(html).not.toContain('formula-source');
  if (number !== '') {
    expect(html).toContain(`<mtext class="tml-tag">${number}</mtext>`);
    expect(html).toContain(`<a href="#user-content-eq-a">${number}</a>`);
  }
});
