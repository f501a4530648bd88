import { expect, test } from 'vitest';

import { typeset } from './formula';
import { formulaText } from './formula-text';
import { expectReading, showAnswer } from './show-answer';

test.each([
  ['5%', '5%'],
  ['\\text{50%}', '50%'],
  ['95% \\pm 2%', '95% ± 2%'],
  ['100 % x', '100%x'],
  ['\\frac{20%}{3}', '(20%)/3'],
  ['5\\%', '5%'],
  ['\\text{5 \\% and 6%}', '5 % and 6%'],
  ['\\ce{50% H2O}', '50 % H₂O'],
])('a percent sign in a line is a sign: %s', expectReading);

test('text in a formula may contain formulas', () => {
  expect(formulaText('\\text{if $x_1 > 0$ or a_b}')).toBe('if x₁ > 0 or a_b');
});

test('a percent sign in a formula of several lines is a sign behind a number, and a comment elsewhere', () => {
  expect(showAnswer('$$\n5%\n$$').text).toContain('5%');
  expect(
    showAnswer('$$\n\\begin{aligned}\na &= 5% \\\\\nb &= 10 % \\cdot 2\n\\end{aligned}\n$$').text,
  ).toMatch(/5%.*10%⋅2/s);
  const { text, remarks } = showAnswer('$$\nx = y % the rest\n+ z\n$$');
  expect(text).toMatch(/^x=y\+z/);
  expect(remarks).toMatchObject([{ code: 'formula', offset: 9 }]);
  expect(showAnswer('$$\nx = y %\n+ z\n$$').remarks).toEqual([]);
});

test('a fault is reported at its typed position, after any number of percent signs', () => {
  expect(showAnswer('Of $5% + 6% + \\foo$.').remarks).toMatchObject([{ offset: 14 }]);
});

test.each([
  ['\\text{user_id}', 'user_id'],
  ['\\text{a_b_c}', 'a_b_c'],
  ['x_\\text{max_value}', 'x_(max_value)'],
  ['\\textbf{snake_case}', 'snake_case'],
  ['\\texttt{__init__}', '__init__'],
  ['\\text{R&D}', 'R&D'],
  ['\\text{Q&A & more}', 'Q&A & more'],
  ['\\mathrm{cost}_{\\text{R&D}}', 'cost_(R&D)'],
  ['\\text{item #1}', 'item #1'],
  ['\\text{2^n}', '2^n'],
  ['\\text{with \\(y_2\\) & z}', 'with y₂ & z'],
  ['\\begin{cases} 1 & \\text{R&D} \\\\ 0 & \\text{else} \\end{cases}', '{1 R&D; 0 else'],
  ['\\mbox{a b}', 'a b'],
  ['\\mbox{user_id}', 'user_id'],
  ['x \\mbox{ for } y', 'x for y'],
  ['\\text{a \\mbox{b}}', 'a b'],
  ['x_{\\mbox{max}}', 'xₘₐₓ'],
])('text is text: %s', expectReading);

test.each([
  ['\\mathds{1}', '1'],
  ['\\mathds{R}', 'ℝ'],
  ['\\mathds{1}_{A}', '1_A'],
  ['\\mathbbm{1}', '1'],
  ['\\mathbbm{N}', 'ℕ'],
  ['\\mathbbm{1}_{x>0}', '1_(x>0)'],
  ['25\\textdegree', '25°'],
  ['\\text{25\\textdegree C}', '25°C'],
  ['25\\,\\textdegree\\text{C}', '25 °C'],
  ['\\textdegree', '°'],
  ['T = 5\\textdegree', 'T = 5°'],
  ['25\\celsius', '25°C'],
  ['20\\,\\celsius', '20 °C'],
  ['\\text{at 5\\celsius}', 'at 5°C'],
  ['T_\\celsius', 'T_(°C)'],
  ['5\\ohm + 3\\micro', '5Ω + 3µ'],
  ['3\\perthousand', '3‰'],
])('signs of fonts and of units: %s', expectReading);

test.each([
  ['\\nicefrac{1}{2}', '¹⁄₂'],
  ['\\nicefrac{3}{4} x', '³⁄₄x'],
  ['\\nicefrac{a}{b}', '^a/_b'],
  ['\\nicefrac{x+1}{2}', '^(x+1)/₂'],
  ['2^{\\nicefrac{1}{2}}', '2^(¹⁄₂)'],
  ['\\sfrac{a}{b}', '^a/_b'],
])('slanted fractions: %s', expectReading);

test.each([
  ['\\ang{45}', '45°'],
  ['\\ang{12.5}', '12.5°'],
  ['\\ang{1;2;3}', '1°2′3′′'],
  ['\\ang{-30}', '−30°'],
  ['\\ang{;30;}', '30′'],
  ['\\num{12345}', '12 345'],
  ['\\num{1234}', '1234'],
  ['\\num{1.5e-3}', '1.5×10⁻³'],
  ['\\num{-0,25}', '−0.25'],
  ['\\num{1.23(4)}', '1.23(4)'],
  ['\\num{1.23 +- 0.04}', '1.23 ± 0.04'],
  ['\\num{e10}', '10¹⁰'],
  ['\\num{3 x 4}', '3×4'],
  ['\\num{0.123456}', '0.123 456'],
  ['\\num[round-precision=2]{3.14159}', '3.141 59'],
  ['\\si{\\metre}', 'm'],
  ['\\si{\\kilo\\gram\\metre\\per\\second\\squared}', 'kg m s⁻²'],
  ['\\si{m/s^2}', 'm/s²'],
  ['\\si{kg.m^{-3}}', 'kg m⁻³'],
  ['\\si{\\square\\metre}', 'm²'],
  ['\\si{\\metre\\tothe{4}}', 'm⁴'],
  ['\\unit{\\joule\\per\\mole\\per\\kelvin}', 'J mol⁻¹ K⁻¹'],
  ['\\unit{\\micro\\metre}', 'µm'],
  ['\\unit{\\kilo\\ohm}', 'kΩ'],
  ['\\unit{km/h}', 'km/h'],
  ['\\unit{\\percent}', '%'],
  ['\\SI{9.81}{\\metre\\per\\second\\squared}', '9.81 m s⁻²'],
  ['\\SI{20}{\\celsius}', '20 °C'],
  ['\\SI{90}{\\degree}', '90°'],
  ['\\SI{3e8}{m/s}', '3×10⁸ m/s'],
  ['\\SI{5}{\\kilo\\watt\\hour}', '5 kW h'],
  ['\\SIrange{1}{5}{\\kg}', '1 kg to 5 kg'],
  ['\\qty{5}{\\metre}', '5 m'],
  ['\\qty{1.6e-19}{\\coulomb}', '1.6×10⁻¹⁹ C'],
  ['v = \\SI{3}{m.s^{-1}}', 'v = 3 m s⁻¹'],
  ['\\text{about \\SI{5}{\\kg}}', 'about 5 kg'],
  ['\\numlist{1;2;3}', '1, 2 and 3'],
])('quantities as siunitx sets them: %s', expectReading);

test.each([
  ['\\qty(\\frac12)', '(1/2)'],
  ['\\qty[a+b]', '[a + b]'],
  ['\\qty{x}', '{x}'],
  ['\\qty|x|', '|x|'],
  ['\\qty(a(b)c)', '(a(b)c)'],
  ['\\quantity(x)^2', '(x)²'],
  ['\\abs{x}', '|x|'],
  ['\\norm(v)', '‖(v)‖'],
  ['\\dv{x}', 'd/(dx)'],
  ['\\dv{f}{x}', '(df)/(dx)'],
  ['\\dv[2]{f}{x}', '(d²f)/(dx²)'],
  ['\\dv{x}(x^2)', 'd/(dx)(x²)'],
  ['\\pdv{f}{x}', '(∂f)/(∂x)'],
  ['\\pdv{f}{x}{y}', '(∂²f)/(∂x ∂y)'],
  ['\\pdv{f}{x,y}', '(∂²f)/(∂x ∂y)'],
  ['\\int x \\dd{x}', '∫xdx'],
  ['\\dd[3]{r}', 'd³r'],
  ['\\ev{A}{\\psi}', '⟨ψ|A|ψ⟩'],
  ['\\ev{A}', '⟨A⟩'],
  ['\\braket{a}{b}', '⟨a|b⟩'],
  ['\\braket{a|b}', '⟨a|b⟩'],
  ['\\ketbra{a}{b}', '|a⟩⟨b|'],
  ['\\vb*{v}', 'v'],
  ['\\eval{x^2}_0^1', 'x²|₀¹'],
  ['\\order{x^2}', 'O(x²)'],
  ['\\mqty(a & b \\\\ c & d)', '(a b; c d)'],
])('as the package physics: %s', expectReading);

test.each([
  ['\\begin{eqnarray} a &=& b \\\\ c &=& d \\end{eqnarray}', 'a = b; c = d'],
  ['\\begin{eqnarray*} a &=& b \\end{eqnarray*}', 'a = b'],
  ['\\begin{eqnarray} x_1 & < & y \\end{eqnarray}', 'x₁ < y'],
  ['\\begin{eqnarray} a & & b \\end{eqnarray}', 'a b'],
  ['\\left\\{ \\begin{eqnarray} a &=& b \\end{eqnarray} \\right.', '{a = b'],
  ['\\begin{split} a &= b \\end{split}', 'a = b'],
  ['\\begin{split} a &= b \\\\ &= c \\end{split}', 'a = b; = c'],
  ['\\begin{align} a &= b \\end{align}', 'a = b'],
  ['\\begin{align*} a &= b \\\\ c &= d \\end{align*}', 'a = b; c = d'],
  ['\\begin{gather} a \\\\ b \\end{gather}', 'a; b'],
  ['\\begin{equation} a = b \\end{equation}', 'a = b'],
  ['\\begin{flalign} a &= b \\end{flalign}', 'a = b'],
  ['\\begin{array}{*{2}{c}|@{}p{3cm}} a & b & c \\end{array}', 'a b c'],
  ['\\begin{array}[t]{l} a \\end{array}', 'a'],
  ['\\require{mhchem} \\ce{H2O}', 'H₂O'],
  ['\\require{cancel} x', 'x'],
  ['\\require{ams}\\text{a}', 'a'],
  ['a \\require{color} b', 'ab'],
  ['\\require{physics} \\qty(x)', '(x)'],
  ['\\newcommand{\\R}{\\mathbb{R}} x \\in \\R', 'x ∈ ℝ'],
  ['\\newcommand{\\vec}[1]{\\mathbf{#1}} \\vec{a}', 'a'],
  ['\\newcommand*{\\N}{\\mathbb{N}} \\N', 'ℕ'],
  ['\\newcommand\\d{\\mathrm{d}} \\d x', 'dx'],
  ['\\newcommand{\\x}[2][d]{#1#2} \\x{a} \\x[b]{c}', 'dabc'],
  ['\\renewcommand{\\mine}{y} \\mine', 'y'],
  ['\\providecommand{\\R}{x} \\R', 'ℝ'],
  ['\\DeclareMathOperator{\\Var}{Var} \\Var X', 'Var X'],
  ['\\root 3 \\of {x+1}', '³√(x + 1)'],
  ['a \\buildrel d \\over = b', 'a =^d b'],
  ['\\unicode{x3A9}', 'Ω'],
])('environments, packages and definitions: %s', expectReading);

test.each([
  ['\\qty(a'],
  ['\\num'],
  ['\\SI{1}'],
  ['\\unicode{x}'],
  ['\\unicode{99999999}'],
  ['\\newcommand'],
  ['\\root 3'],
  ['\\dv'],
  ['\\eval(x'],
  ['\\text'],
  ['\\begin{array}{*{9999}{'],
  ['\\begin{nothing}x\\end{nothing}'],
  ['\\newcommand{\\x}{\\x}\\x'],
])('an incomplete formula is shown as its source with a warning: %s', (tex) => {
  expect(typeset(tex, false)).toHaveProperty('fault');
});

const align = '\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}';

test.each([
  [align],
  [`Before\n${align}\nafter.`],
  [`- item\n  ${align.replaceAll('\n', '\n  ')}\n- next`],
  [`1. First:\n   ${align.replaceAll('\n', '\n   ')}\n\n2. Second`],
  [`> ${align.replaceAll('\n', '\n> ')}`],
  ['\\begin{equation}\nE = mc^2\n\\end{equation}'],
  ['\\begin{gather*} a = b \\\\ c \\end{gather*}'],
  ['\\begin{equation} \\begin{cases} a \\\\ b \\end{cases} \\end{equation}'],
  ['\\begin{eqnarray} a &=& b \\end{eqnarray}'],
  ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}'],
  ['\\begin{align}\na &= 1\n\n\\end{align}'],
  ['\\begin{multline}\na + b \\\\ + c\n\\end{multline}'],
])('an environment without delimiters is a formula: %j', (markdown) => {
  const { html, remarks } = showAnswer(markdown);
  expect(remarks).toEqual([]);
  expect(html).toContain('<span class="formula"');
  expect(html).not.toMatch(/begin\{(?![^<]*"[ >])[^"]*</);
  expect(html.replace(/data-tex="[^"]*"/g, '')).not.toContain('begin');
});

test.each([
  ['Write `\\begin{align}` and `\\end{align}`.'],
  ['Between \\begin{align} and \\end{align} the rows stand.'],
  ['\\begin{align} x = 1'],
  ['\\begin{document}\na = b\n\\end{document}'],
  ['```latex\n\\begin{align} a &= b \\end{align}\n```'],
])('no formula in %j', (markdown) => {
  expect(showAnswer(markdown).html).not.toContain('<math');
});

test('an environment between delimiters is one formula', () => {
  expect(showAnswer(`$$\n${align}\n$$`).html.match(/<math/g)).toHaveLength(1);
});

const link = (id: string, text: string) => `<a href="#user-content-eq-${id}">${text}</a>`;

test.each([
  ['$$ x = 1 \\tag{7} \\label{e} $$\n\nSee \\eqref{e}.', link('e', '(7)')],
  ['$$ x = 1 \\tag{7} \\label{e} $$\n\nSee $\\eqref{e}$.', link('e', '(7)')],
  ['$$ x = 1 \\tag{7} \\label{e} $$\n\nSee \\ref{e}.', link('e', '7')],
  ['$$ x = 1 \\label{eq:a} $$\n\nSee \\eqref{eq:a}.', link('eqa', '(1)')],
  ['See \\eqref{b}.\n\n$$ x \\label{a} $$\n\n$$ y \\label{b} $$', link('b', '(2)')],
  ['$$ x \\tag{A.1} $$\n\n$$ y \\label{b} $$\n\nBy \\eqref{b}', link('b', '(1)')],
  ['\\begin{equation} x \\label{b} \\end{equation}\n\nBy \\eqref{b}', link('b', '(1)')],
  ['\\begin{align} x &= 1 \\label{a} \\\\ y &= 2 \\label{b} \\end{align}\n\nBy \\eqref{b}', link('a', '(2)')],
  ['\\begin{align} x &= 1 \\\\ y &= 2 \\label{b} \\end{align}\n\nBy \\eqref{b}', link('b', '(1)')],
  [
    '\\begin{align} x &= 1 \\tag{*} \\label{a} \\\\ y &= 2 \\label{b} \\end{align}\n\nBy \\eqref{b}',
    link('a', '(1)'),
  ],
  ['$$ x \\tag*{Euler} \\label{a} $$\n\n- By \\eqref{a}', link('a', '(Euler)')],
  ['$$ x \\label{a} $$\n\n| a |\n|---|\n| \\eqref{a} |', link('a', '(1)')],
  ['$$ x \\label{a} $$\n\n$y \\text{ by \\eqref{a}}$', link('a', '(1)')],
  ['$$ x \\label{a} $$\n\n$$ y \\quad \\eqref{a} $$', `<mtext>${link('a', '(1)')}</mtext>`],
])('a reference leads to its formula: %j', (markdown, expected) => {
  const { html, remarks } = showAnswer(markdown);
  expect(remarks).toEqual([]);
  expect(html).toContain(expected);
  const [, id = ''] = /href="#([^"]*)"/.exec(expected) ?? [];
  expect(html).toContain(`<span id="${id}" class="formula"`);
});

test('the number of an equation is shown next to it', () => {
  expect(showAnswer('$$ x \\label{a} $$').html).toContain('<mtext class="tml-tag">(1)</mtext>');
  expect(showAnswer('$$ x \\tag{7} \\label{a} $$').html).toContain('<mtext class="tml-tag">(7)</mtext>');
  expect(showAnswer('$$ x \\tag{7} $$').html).toContain('<mtext class="tml-tag">(7)</mtext>');
  expect(showAnswer('$$ x $$').html).not.toContain('tml-tag');
});

test.each([
  ['See \\eqref{e}.', '(??)', 4],
  ['See $\\eqref{e}$.', '(??)', 5],
  ['See \\ref{e}.', '??', 4],
  ['- \\eqref{fig:1}', '(??)', 2],
  ['$$ x \\label{a} $$\n\n$y \\; \\eqref{b}$', '(??)', 25],
  ['$x \\label{a}$ and \\eqref{a}', '(??)', 18],
])('a reference to an unknown label is a warning: %j', (markdown, shown, offset) => {
  const { text, remarks } = showAnswer(markdown);
  expect(text).toContain(shown);
  expect(remarks).toMatchObject([{ code: 'formula-reference', severity: 'warning', offset }]);
});

test('a repeated label is a warning', () => {
  const { remarks } = showAnswer('$$ x \\label{a} $$\n\n$$ y \\label{a} $$');
  expect(remarks).toMatchObject([{ code: 'formula-reference', offset: 24 }]);
});

test('in headings and links, references are text', () => {
  const { html } = showAnswer('$$ x \\label{a} $$\n\n## By \\eqref{a}\n\n[see \\eqref{a}](/x)');
  expect(html).toMatch(/<h2 id="by-1">By \(1\)<a class="anchor"/);
  expect(html).toContain('<a href="/x">see (1)</a>');
});

test.each([
  ['5 $ ou 9 $'],
  ['de 5 $ à 9 $ par mois'],
  ['10 $, 20 $ ou 30 $'],
  ['5 $/mois ou 9 $/mois'],
  ['5\u00a0$ ou 9\u00a0$'],
  ['5\u202f$ ou 9\u202f$'],
  ['5 000 $ + 300 $ = 5 300 $'],
  ['5$ ou 9$'],
  ['5 $ CAD et 9 $ CAD'],
  ['cost 5 $ (now 4 $)'],
  ['5 $ – 9 $'],
])('money: %j', (markdown) => {
  const { html, text } = showAnswer(markdown);
  expect(html).not.toContain('<math');
  expect(text).toBe(markdown);
});

test.each([
  ['for 3 $ x = 2 $ is'],
  ['the 2 $x$ and 3 $y$'],
  ['of 5 $ n $ items'],
  ['of 5 $ 2^3 $ items'],
  ['n = 5 $\\cdot$ 3'],
])('no money: %j', (markdown) => {
  expect(showAnswer(markdown).html).toContain('<math');
});

test.each([
  ['as in \\[see the text\\]', 'as in [see the text]'],
  ['as is shown \\(see below\\)', 'as is shown (see below)'],
  ['a link [\\[USACO10\\] Cows](https://example.org/)', 'a link [USACO10] Cows'],
  ['the problem \\[NOIP2005\\] of it', 'the problem [NOIP2005] of it'],
  ['读\\[难度：中\\]吧', '读[难度：中]吧'],
  ['the \\[sic\\] word', 'the [sic] word'],
  ['- \\[WC2019\\] shop', '[WC2019] shop'],
])('escaped brackets of prose: %j', (markdown, expected) => {
  const { html, text, remarks } = showAnswer(markdown);
  expect(html).not.toContain('<math');
  expect(text.trim()).toBe(expected);
  expect(remarks).toEqual([]);
});

test.each([
  ['the triangle \\(ABC\\) there'],
  ['\\[ABC\\]'],
  ['1. \\[ABC\\]'],
  ['- \\[ area \\].'],
  ['> \\[\n> speed\n> \\]'],
  ['so \\[a = b\\] holds'],
  ['so \\[AB\\] is'],
  ['for \\(n\\) and \\(3\\)'],
  ['so \\[\\text{see the text}\\] is'],
])('no brackets of prose: %j', (markdown) => {
  expect(showAnswer(markdown).html).toContain('<math');
});

test.each([
  ['$\\text{if $x$}$', 'if x'],
  ['$y = \\text{if $x > 0$ then}$ and $z$', 'y=if x>0 then and z'],
  ['the $\\textrm{a {b} $x$ c}$, and $d$', 'the a b x c, and d'],
  ['$\\mbox{$y$}$', 'y'],
  ['| a |\n|---|\n| $x = \\mbox{a $b$ c}$ and $d$ |', 'x=a b c and d'],
  ['$\\begin{cases} 1 & \\text{if $x$} \\\\ 2 & \\text{if $y$} \\end{cases}$', '{1if x2if y'],
  ['$x \\tag{$*$}$ and $y$', 'x(∗) and y'],
  ['$\\text{a}$ and $\\text{b}$', 'a and b'],
  ['$\\{a$ and $b\\}$', '{a and b}'],
])('dollar signs in the text of a formula do not end it: %j', (markdown, expected) => {
  const { text, remarks } = showAnswer(markdown);
  expect(remarks).toEqual([]);
  expect(text.replaceAll('\u00a0', ' ')).toContain(expected);
});

test.each([['$\\text{$5}$'], ['$\\text{a $x}$ b'], ['$\\text{a$ and $b$']])(
  'a lone dollar sign in the text of a formula is a warning: %j',
  (markdown) => {
    const { html, remarks } = showAnswer(markdown);
    expect(html).toContain('formula-source');
    expect(remarks.length).toBeGreaterThan(0);
  },
);
