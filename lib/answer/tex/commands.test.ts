import { describe, expect, test } from 'vitest';

import { expectReading } from '../show-answer';

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
