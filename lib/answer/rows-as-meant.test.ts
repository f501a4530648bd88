import { describe, expect, test } from 'vitest';

import { lineHtml, plainLine } from './line';
import { renderMarkdown } from './render';
import { expectReading, showAnswer } from './show-answer';

/**
 * Variations of what authors write, in the contexts in which they write it. `showAnswer` reads each in both
 * forms of the source. The other tests of this folder test each rule by itself.
 */
const fewest = 5;

/** For each command, formulas and how they read. */
const readings: Record<string, readonly (readonly [tex: string, reading: string])[]> = {
  '\\text{user_id}': [
    ['\\text{user_id} = 5', 'user_id = 5'],
    ['\\text{first_name} + \\text{last_name}', 'first_name + last_name'],
    ['\\frac{\\text{n_true}}{\\text{n_all}}', '(n_true)/(n_all)'],
    ['\\sum_{\\text{item_no}} x', '∑_(item_no) x'],
    ['\\textit{max_len} \\le 3', 'max_len ≤ 3'],
    ['\\begin{cases} a & \\text{if in_use} \\\\ b & \\text{else} \\end{cases}', '{a if in_use; b else'],
  ],
  '\\text{R&D}': [
    ['\\text{AT&T}', 'AT&T'],
    ['\\text{Q&A} = 3', 'Q&A = 3'],
    ['x_{\\text{M&A}}', 'x_(M&A)'],
    ['\\textbf{P&L}', 'P&L'],
    ['\\mathrm{E}[\\text{S&P 500}]', 'E[S&P 500]'],
    ['\\begin{matrix} \\text{B&B} & 1 \\\\ 2 & \\text{a & b} \\end{matrix}', 'B&B 1; 2 a & b'],
  ],
  '\\mbox': [
    ['\\mbox{if } n > 0', 'if n > 0'],
    ['\\mbox{rate}_{\\mbox{in}}', 'rate_(in)'],
    ['\\frac{\\mbox{miles}}{\\mbox{hour}}', '(miles)/(hour)'],
    ['\\mbox{$x_1$ and $y$}', 'x₁ and y'],
    ['\\mbox{R&D}', 'R&D'],
    ['10 \\mbox{ kg}', '10 kg'],
  ],
  '\\mathds': [
    ['\\mathds{N}_0', 'ℕ₀'],
    ['x \\in \\mathds{R}^n', 'x ∈ ℝⁿ'],
    ['\\mathds{E}[X]', 'E[X]'],
    ['\\mathds{1}_{\\{x > 0\\}}', '1_({x>0})'],
    ['\\mathds{Z}/n\\mathds{Z}', 'ℤ/nℤ'],
    ['\\mathds P(A)', 'ℙ(A)'],
  ],
  '\\mathbbm': [
    ['\\mathbbm{R}^2', 'ℝ²'],
    ['\\mathbbm{1}\\{x \\in A\\}', '1{x ∈ A}'],
    ['\\mathbbm 1_A', '1_A'],
    ['\\mathbbm{Q} \\subset \\mathbbm{R}', 'ℚ ⊂ ℝ'],
    ['\\sum_i \\mathbbm{1}(x_i = y)', '∑_i 1(x_i = y)'],
  ],
  '\\textdegree': [
    ['90\\textdegree', '90°'],
    ['\\theta = 45\\textdegree', 'θ = 45°'],
    ['\\sin 30\\textdegree', 'sin 30°'],
    ['\\text{37\\textdegree C}', '37°C'],
    ['-40\\textdegree\\text{F}', '−40°F'],
    ['\\frac{180\\textdegree}{\\pi}', '(180°)/π'],
  ],
  '\\celsius': [
    ['100\\celsius', '100°C'],
    ['T = -5\\celsius', 'T = −5°C'],
    ['37\\,\\celsius', '37 °C'],
    ['\\SI{25}{\\celsius}', '25 °C'],
    ['\\Delta T = 10 \\celsius', 'ΔT = 10°C'],
    ['\\text{at 20\\celsius{} or so}', 'at 20°C or so'],
  ],
  '\\nicefrac': [
    ['\\nicefrac{2}{3}', '²⁄₃'],
    ['x^{\\nicefrac{1}{3}}', 'x^(¹⁄₃)'],
    ['\\nicefrac{\\pi}{2}', '^π/₂'],
    ['\\nicefrac12', '¹⁄₂'],
    ['5\\nicefrac{1}{4} + 1', '5¹⁄₄ + 1'],
    ['\\nicefrac{10}{16}', '¹⁰⁄₁₆'],
  ],
  '\\ang': [
    ['\\ang{90}', '90°'],
    ['\\ang{45.5}', '45.5°'],
    ['\\sin\\ang{30}', 'sin 30°'],
    ['\\ang{10;30}', '10°30′'],
    ['\\ang{-0.5}', '−0.5°'],
    ['\\theta = \\ang{180}', 'θ = 180°'],
  ],
  '\\num': [
    ['\\num{1000000}', '1 000 000'],
    ['\\num{6.022e23}', '6.022×10²³'],
    ['\\num{-1.5}', '−1.5'],
    ['\\num{.5}', '0.5'],
    ['\\num{3.00(5)}', '3.00(5)'],
    ['N = \\num{12500}', 'N = 12 500'],
    ['\\num{1e-9}', '1×10⁻⁹'],
  ],
  '\\si': [
    ['\\si{\\kilogram}', 'kg'],
    ['\\si{\\metre\\per\\second}', 'm s⁻¹'],
    ['\\si{\\newton\\metre}', 'N m'],
    ['\\si{\\ohm}', 'Ω'],
    ['\\si{\\cubic\\centi\\metre}', 'cm³'],
    ['\\si{J/(mol.K)}', 'J/(mol K)'],
  ],
  '\\SI': [
    ['\\SI{5}{\\kilo\\gram}', '5 kg'],
    ['\\SI{1.5e3}{\\metre}', '1.5×10³ m'],
    ['\\SI{10}{\\percent}', '10 %'],
    ['\\SI{300}{K}', '300 K'],
    ['\\SI{2}{\\metre\\squared}', '2 m²'],
    ['g \\approx \\SI{9.81}{m/s^2}', 'g ≈ 9.81 m/s²'],
    ['\\SI{-20}{\\degreeCelsius}', '−20 °C'],
  ],
  '\\unit': [
    ['\\unit{\\second}', 's'],
    ['\\unit{\\watt\\per\\square\\metre}', 'W m⁻²'],
    ['\\unit{mol/L}', 'mol/L'],
    ['\\unit{\\milli\\litre}', 'mL'],
    ['[v] = \\unit{m.s^{-1}}', '[v] = m s⁻¹'],
    ['\\unit{\\degreeCelsius}', '°C'],
  ],
  eqnarray: [
    ['\\begin{eqnarray} x &=& 1 \\\\ y &=& 2 \\end{eqnarray}', 'x = 1; y = 2'],
    ['\\begin{eqnarray*} x &\\le& 1 \\end{eqnarray*}', 'x ≤ 1'],
    ['\\begin{eqnarray} a &=& b \\nonumber \\\\ &=& c \\end{eqnarray}', 'a = b; = c'],
    ['\\begin{eqnarray} f(x) & = & x^2 \\end{eqnarray}', 'f(x) = x²'],
    ['\\begin{eqnarray*} E &=& mc^2, \\\\ p &=& mv. \\end{eqnarray*}', 'E = mc²,; p = mv.'],
  ],
  'split in a line': [
    ['\\begin{split} x &= 1 \\end{split}', 'x = 1'],
    ['\\begin{split} x &= 1 \\\\ y &= 2 \\end{split}', 'x = 1; y = 2'],
    ['\\left\\{\\begin{split} a \\\\ b \\end{split}\\right.', '{a; b'],
    ['\\begin{equation}\\begin{split} a &= b \\\\ &= c \\end{split}\\end{equation}', 'a = b; = c'],
    ['f = \\begin{split} a \\\\[4pt] b \\end{split}', 'f = a; b'],
  ],
  '\\require': [
    ['\\require{ams} x', 'x'],
    ['\\require{mhchem}\\ce{CO2}', 'CO₂'],
    ['\\require{cancel}\\cancel{x} + 1', 'x + 1'],
    ['\\require{AMSmath}x^2', 'x²'],
    ['x\\require{color}\\color{red}{y}', 'xy'],
    ['\\require{physics}\\dv{f}{x}', '(df)/(dx)'],
    ['\\require{braket}\\braket{a}', '⟨a⟩'],
  ],
  '\\newcommand of a known name': [
    ['\\newcommand{\\R}{\\mathcal{R}} \\R', 'ℛ'],
    ['\\newcommand{\\v}[1]{\\mathbf{#1}} \\v{x}', 'x'],
    ['\\renewcommand{\\Re}{\\operatorname{Re}} \\Re z', 'Re z'],
    ['\\newcommand{\\abs}[1]{|#1|} \\abs{x}', '|x|'],
    ['\\newcommand\\d{\\mathrm{d}} \\frac{\\d y}{\\d x}', '(dy)/(dx)'],
    ['\\newcommand{\\norm}[1]{\\lVert #1 \\rVert} \\norm{v}', '‖v‖'],
    ['\\def\\to{\\Rightarrow} a \\to b', 'a ⇒ b'],
  ],
  '\\qty(…)': [
    ['\\qty(\\frac{a}{b})', '(a/b)'],
    ['\\qty[x^2]_0^1', '[x²]₀¹'],
    ['\\qty{\\frac12}', '{1/2}'],
    ['2\\qty(x + y)', '2(x + y)'],
    ['\\qty|\\frac{x}{y}|', '|x/y|'],
    ['\\qty(a + \\qty(b + c))', '(a + (b + c))'],
    ['\\qty{3}{\\metre}', '3 m'],
  ],
};

describe.each(Object.entries(readings))('%s', (_, formulas) => {
  test('has enough variations', () => {
    expect(formulas.length).toBeGreaterThanOrEqual(fewest);
  });
  test.each(formulas)('%s reads %s', (tex, reading) => {
    expectReading(tex, reading);
  });
});

const table = (row: string) => `| a |\n|---|\n| ${row} |`;
const rows = '\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}';
const indented = (by: string) => rows.replaceAll('\n', `\n${by}`);

interface Row {
  /** The codes of the remarks, each once. */
  codes?: readonly string[];
  /** What the HTML contains. */
  has?: string;
  /** What the HTML does not contain. */
  lacks?: RegExp;
  /** Answers and their visible text, with one space for each gap. */
  answers: readonly (readonly [markdown: string, text: string])[];
}

const answers: Record<string, Row> = {
  'asterisks in products': {
    codes: ['sign-as-typed'],
    lacks: /<em>/,
    answers: [
      ['The volume is 2*3*4 cm³.', 'The volume is 2*3*4 cm³.'],
      [table('2*3*4'), 'a 2*3*4'],
      ['## Why a*b*c is a product', 'Why a*b*c is a product'],
      ['> a*x*y = 5*z*2', 'a*x*y = 5*z*2'],
      ['- **The product 2*3*4** is 24', 'The product 2*3*4 is 24'],
      ['[so a*b*c](https://example.org)', 'so a*b*c'],
      ['Take (x*y*z), then stop.', 'Take (x*y*z), then stop.'],
    ],
  },
  'names with underscores': {
    codes: ['sign-as-typed'],
    lacks: /<strong>/,
    answers: [
      ['Call `x` or __init__.', 'Call x or __init__.'],
      ['- __main__ runs', '__main__ runs'],
      ['the file __init__.py, too', 'the file __init__.py, too'],
      ["A class's __repr__ and __str__", "A class's __repr__ and __str__"],
      [table('__call__'), 'a __call__'],
      ['> (see __new__)', '(see __new__)'],
    ],
  },
  'single tildes': {
    codes: ['sign-as-typed'],
    lacks: /<del>/,
    answers: [
      ['about 5~10 % or 3~4 %', 'about 5~10 % or 3~4 %'],
      ['from 9:00~10:00 to 12:00~13:00', 'from 9:00~10:00 to 12:00~13:00'],
      ['CH~3~COOH', 'CH~3~COOH'],
      ['- 1~2 days or 3~4 days', '1~2 days or 3~4 days'],
      [table('1~2~3'), 'a 1~2~3'],
      ['**pages 3~5, 7~9**', 'pages 3~5, 7~9'],
    ],
  },
  'bold beside punctuation': {
    codes: ['bold-as-meant'],
    has: '<strong>',
    lacks: /\*/,
    answers: [
      ['**Answer:**42', 'Answer:42'],
      ['- **注意：**内容', '注意：内容'],
      ['> **Why?**Because', 'Why?Because'],
      ['1. **“A”**的', '“A”的'],
      ['**Result: **good', 'Result: good'],
      [table('**a:**b'), 'a a:b'],
      ['这是**「重点」**的词', '这是「重点」的词'],
    ],
  },
  'an escaped bar in a formula of a table': {
    lacks: /[‖∥]/,
    answers: [
      [table('$P(A\\|B)$'), 'a P(A|B)'],
      [table('$\\|x\\|$ and $\\|y\\|$'), 'a |x| and |y|'],
      [table('$E[X\\|Y=1]$, so'), 'a E[X|Y=1], so'],
      [table('\\(\\{n \\| n > 0\\}\\)'), 'a {n|n>0}'],
      [table('**$f\\|_0$**'), 'a f|0'],
      ['| a | b |\n|---|---|\n| $\\|x\\|$ | $y$ |', 'a b |x| y'],
    ],
  },
  'bars in formulas and code of a table': {
    codes: ['table-bar'],
    answers: [
      [table('$|x|$'), 'a |x|'],
      [table('`a||b`'), 'a a||b'],
      [table('so \\(|x| > 1\\)'), 'a so |x|>1'],
      ['| a | b |\n|---|---|\n| $\\{x|x>0\\}$ | `c|d` |', 'a b {x|x>0} c|d'],
      [table('`ls | wc` and $|c|$'), 'a ls | wc and |c|'],
      [table('**`a|b`**'), 'a a|b'],
    ],
  },
  'percent signs': {
    has: '<math',
    answers: [
      ['It is $5%$.', 'It is 5%.'],
      ['**$10%$** of all', '10% of all'],
      [table('$5%$ or $6%$'), 'a 5% or 6%'],
      ['- $\\text{50%}$', '50%'],
      ['($20% + 3%$)', '(20%+3%)'],
      ['## $99.9%$ of it', '99.9% of it'],
      ['> \\(x = 12%\\), so', 'x=12%, so'],
      ['$$ \\text{growth} = 5% $$', 'growth=5%'],
    ],
  },
  'align without dollars': {
    has: '<span class="formula"',
    lacks: /formula-source/,
    answers: [
      [rows, 'a=bc=d'],
      [`So:\n\n${rows}\n\nDone.`, 'So: a=bc=d Done.'],
      [`- x\n\n  ${indented('  ')}\n- y`, 'x a=bc=d y'],
      [`1. x\n   ${indented('   ')}\n2. y`, 'x a=bc=d y'],
      [`> x\n>\n> ${indented('> ')}`, 'x a=bc=d'],
      [`- x\n  - y\n\n    ${indented('    ')}`, 'x y a=bc=d'],
      [rows.replaceAll('align', 'align*'), 'a=bc=d'],
      ['\\begin{equation}\na = b\n\\end{equation}', 'a=b'],
    ],
  },
  'numbers and references': {
    has: '<a href="#user-content-eq-e">',
    answers: [
      ['$$ x \\tag{7} \\label{e} $$\n\nBy \\eqref{e}, so.', 'x(7) By (7), so.'],
      ['$$ x \\label{e} $$\n\n- By \\ref{e}', 'x(1) By 1'],
      ['$$ y \\label{d} $$\n\n$$ x \\label{e} $$\n\n**\\eqref{e}**', 'y(1) x(2) (2)'],
      ['$$ x \\tag*{A} \\label{e} $$\n\n> See (\\ref{e}).', 'xA See (A).'],
      ['By \\eqref{e}:\n\n\\begin{equation}\nx \\label{e}\n\\end{equation}', 'By (1): x(1)'],
      ['\\[ x \\label{e} \\]\n\n' + table('\\eqref{e}'), 'x(1) a (1)'],
      ['$$ x \\label{e} $$\n\n1. $y$ by $\\eqref{e}$.', 'x(1) y by (1).'],
    ],
  },
  'unknown references': {
    codes: ['formula-reference'],
    lacks: /<a href="#user-content/,
    answers: [
      ['By \\eqref{gone}, so.', 'By (??), so.'],
      ['- See \\ref{gone}', 'See ??'],
      [table('\\eqref{gone}'), 'a (??)'],
      ['> $\\eqref{gone}$', '(??)'],
      ['## By \\eqref{gone}', 'By (??)'],
      ['$$ x \\label{e} $$\n\n\\eqref{f}', 'x(1) (??)'],
    ],
  },
  money: {
    lacks: /<math/,
    answers: [
      ['Le prix passe de 5 $ à 9 $.', 'Le prix passe de 5 $ à 9 $.'],
      ['It costs $5, $6 or $7.', 'It costs $5, $6 or $7.'],
      ['**5 $ ou 9 $**', '5 $ ou 9 $'],
      ['- de 5 $ / 9 $', 'de 5 $ / 9 $'],
      ['| 5 $ | 9 $ |\n|---|---|\n| $1 | $2 |', '5 $ 9 $ $1 $2'],
      ['from US$5 to US$9', 'from US$5 to US$9'],
      ['between $1.50 and $2.50 each', 'between $1.50 and $2.50 each'],
    ],
  },
  'notes that are missing': {
    codes: ['footnote-missing'],
    answers: [
      ['As known[^1].', 'As known[^1].'],
      ['- item[^a] and', 'item[^a] and'],
      [table('x[^2]'), 'a x[^2]'],
      ['> quoted[^note]', 'quoted[^note]'],
      ['## Heading[^h]', 'Heading[^h]'],
      ['*so*[^x], and', 'so[^x], and'],
    ],
  },
  'links to headings that are missing': {
    codes: ['anchor-missing'],
    has: '<a href="#gone"',
    answers: [
      ['See [this](#gone).', 'See this.'],
      ['- [this](#gone)', 'this'],
      [table('[this](#gone)'), 'a this'],
      ['> [this][1]\n\n[1]: #gone', 'this'],
      ['## Part\n\n**[this](#gone "title")**', 'Part this'],
    ],
  },
  'mail addresses with other letters': {
    codes: ['address-as-meant'],
    has: '<a href="mailto:',
    answers: [
      ['Ask André.Müller@example.org.', 'Ask André.Müller@example.org.'],
      ['- jürgen@example.org, please', 'jürgen@example.org, please'],
      ['(Zoëlle@example.org)', '(Zoëlle@example.org)'],
      [table('Łukasz@example.org'), 'a Łukasz@example.org'],
      ['> Mail: Ñandú_1@mail.example.org', 'Mail: Ñandú_1@mail.example.org'],
    ],
  },
  'addresses before punctuation of other scripts': {
    codes: ['address-as-meant'],
    has: '<a href="https://example.org/a">https://example.org/a</a>',
    answers: [
      ['参照：https://example.org/a、次の', '参照：https://example.org/a、次の'],
      ['「https://example.org/a」と', '「https://example.org/a」と'],
      ['https://example.org/a？はい', 'https://example.org/a？はい'],
      ['- （https://example.org/a）の', '（https://example.org/a）の'],
      ['https://example.org/a；另外', 'https://example.org/a；另外'],
      [table('https://example.org/a。'), 'a https://example.org/a。'],
    ],
  },
  'line ends in Chinese and Japanese': {
    answers: [
      ['東京は\n日本の首都', '東京は日本の首都'],
      ['- 植物は\n  光を使う', '植物は光を使う'],
      ['> 这是\n> 中文', '这是中文'],
      ['**重要**\n内容', '重要内容'],
      ['これは、\nテスト', 'これは、テスト'],
      ['光合成\nphotosynthesis', '光合成 photosynthesis'],
    ],
  },
  'text from right to left': {
    has: 'dir="auto"',
    answers: [
      ['العدد $x$ هنا', 'العدد x هنا'],
      ['- مرحبا', 'مرحبا'],
      ['> שלום', 'שלום'],
      [table('שלום'), 'a שלום'],
      ['1. سلام\n2. b', 'سلام b'],
      ['## עברית', 'עברית'],
    ],
  },
  'signs beside formulas': {
    has: '<span class="joined">',
    answers: [
      ['for $x$, then', 'for x, then'],
      ['- so $x$; then', 'so x; then'],
      ['> “$x$” is', '“x” is'],
      ['**is it $x$?** no', 'is it x? no'],
      [table('f($x$): y'), 'a f(x): y'],
      ['of $x$…', 'of x…'],
    ],
  },
};

describe.each(Object.entries(answers))('%s', (_, { codes = [], has = '', lacks, answers: variations }) => {
  test('has enough variations', () => {
    expect(variations.length).toBeGreaterThanOrEqual(fewest);
  });
  test.each(variations)('%j shows %j', (markdown, expected) => {
    const { html, text, remarks } = showAnswer(markdown);
    expect(text.replace(/\s+/g, ' ').trim()).toBe(expected);
    expect([...new Set(remarks.map(({ code }) => code))]).toEqual(codes);
    expect(html).toContain(has);
    if (lacks) expect(html).not.toMatch(lacks);
  });
});

test.each([
  ['x³ and y²', 'x3-and-y2'],
  ['CO₂ levels', 'co2-levels'],
  ['¼ of it', '1-4-of-it'],
  ['2½ hours', '2-1-2-hours'],
  ['Step ③', 'step-3'],
  ['**E₁** and *E₂*', 'e1-and-e2'],
  ['`x₁` of [y²](/z)', 'x1-of-y2'],
])('the heading %j has the id %s', (heading, id) => {
  expect(renderMarkdown(`## ${heading}`).headings).toMatchObject([{ id }]);
  expect(showAnswer(`- a\n\n### ${heading}\n\nb`).html).toContain(`id="${id}"`);
});

test.each([
  ['Because $a_1 < b$.', 'Because a₁ < b.'],
  ['Use `git pull --rebase`.', 'Use git pull --rebase.'],
  ['Is $\\alpha = \\frac12$?', 'Is α = 1/2?'],
  ['`a` or \\(b^2\\), not $5', 'a or b², not $5'],
  ['At $20%$ of $\\mathds{R}$', 'At 20% of ℝ'],
  ['It is $\\bar{x} \\not= \\SI{5}{\\metre}$', 'It is x\u0305 ≠ 5 m'],
])('the short answer %j reads %j as plain text', (line, plain) => {
  expect(plainLine(line)).toBe(plain);
  expect(lineHtml(line)).toMatch(/<math|<code>/);
});

test.each([
  ['C++', 'C++'],
  ['c++', 'C++'],
  ['objc', 'objc'],
  ['Assembly', 'Assembly'],
  ['nasm', 'NASM'],
  ['fish', 'fish'],
  ['zsh', 'Zsh'],
])('code in %s is highlighted', (language, label) => {
  const { html, remarks } = showAnswer(`- a\n\n  \`\`\`${language}\n  if 1 "x" # y\n  \`\`\``);
  expect(html).toContain(`<figcaption>${label}</figcaption>`);
  expect(html).toContain('<span class="hljs');
  expect(remarks).toEqual([]);
});

test.each(['zig', 'csv', 'odin', 'solidity', 'tsv', 'mermaid'])(
  'code in %s is plain, with no suggestion',
  (language) => {
    const { html, remarks } = showAnswer(`> \`\`\`${language}\n> a,b\n> \`\`\``);
    expect(html).toContain('a,b');
    expect(remarks).toMatchObject([{ code: 'code-language', severity: 'warning' }]);
    expect(remarks[0]?.message).not.toContain('Did you mean');
  },
);
