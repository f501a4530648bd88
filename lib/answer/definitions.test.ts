import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { findAnchors } from './find-anchors';
import { parseAnswer } from './parse';
import { showAnswer } from './show-answer';

const shown = (markdown: string) =>
  showAnswer(markdown)
    .text.replace(/[\s\u2061]+/g, ' ')
    .trim();

test.each([
  ['$$\\newcommand{\\R}{\\mathbb{R}}$$\n\nIn $\\R$', 'In ℝ'],
  ['$\\newcommand{\\x}[1]{a#1}$ $\\x{b}$', 'ab'],
  ['$\\newcommand*{\\x}[2][d]{#1#2}$ $\\x{a}$ $\\x[b]{c}$', 'da bc'],
  ['$\\newcommand\\x\\alpha$ $\\x$', 'α'],
  ['$\\newcommand{x}{y}$ $x$', 'x'],
  ['$\\newcommand{xy}{y}$ $\\xy$', 'y'],
  ['$\\renewcommand{\\vec}[1]{\\mathbf{#1}}$ $\\vec{a}$', '𝐚'],
  ['$\\renewcommand{\\mine}{z}$ $\\mine$', 'z'],
  ['$\\providecommand{\\R}{x}$ $\\R$', 'ℝ'],
  ['$\\providecommand{\\mine}{x}$ $\\mine$', 'x'],
  ['$\\newcommand{\\x}{y}\\providecommand{\\x}{z}$ $\\x$', 'y'],
  ['$\\def\\x{y}$ $\\x$', 'y'],
  ['$\\def\\x#1#2{#2#1}$ $\\x{a}{b}$', 'ba'],
  ['$\\gdef\\x{y}$ $\\x$', 'y'],
  ['$\\edef\\x{y}$ $\\x$', 'y'],
  ['$\\let\\x\\beta$ $\\x$', 'β'],
  ['$\\let\\x=\\beta$ $\\x$', 'β'],
  ['$\\let\\x\\beta$ $a\\x$', 'aβ'],
  ['$\\newcommand\\x\\alpha$ $b\\x$', 'bα'],
  ['$\\let\\old\\phi\\renewcommand{\\phi}{\\varphi}$ $\\phi$ $\\old$', 'φ ϕ'],
  ['$\\DeclareMathOperator{\\Var}{Var}$ $\\Var X$', 'Var X'],
  ['$\\DeclareMathOperator*{\\argmax}{argmax}$ $\\argmax_x f$', 'argmaxx f'],
  ['$\\DeclarePairedDelimiter{\\ceil}{\\lceil}{\\rceil}$ $\\ceil{x}$', '⌈x⌉'],
  ['$\\DeclarePairedDelimiter\\abs||$ $\\abs*{x}$ $\\abs[\\big]{y}$', '|x| |y|'],
  ['$\\newcommand{\\a}{\\b}\\newcommand{\\b}{c}$ $\\a$', 'c'],
  ['$\\newcommand{\\x}{a}$ $\\x$ $\\newcommand{\\x}{b}$ $\\x$', 'a b'],
  ['- $\\newcommand{\\x}{z}$ is\n- $\\x$', 'is z'],
  ['$\\newcommand{\\x}{z}$\n\n| a |\n|---|\n| $\\x$ |', 'a z'],
  ['$\\newcommand{\\x}{z}$\n\n## Of $\\x$\n\n> $\\x$', 'Of z z'],
  ['$y = \\newcommand{\\x}{z} \\x$ and $\\x$', 'y=z and z'],
  ['$\\newcommand{\\nab}{\\nabla}$\n\n$$\n\\nab f\n$$', '∇f'],
])('a definition is valid to the end of the answer: %j', (markdown, expected) => {
  const { remarks } = showAnswer(markdown);
  expect(remarks).toEqual([]);
  expect(shown(markdown).replace(/ ?#$/, '')).toBe(expected);
});

test.each([
  ['$$\\newcommand{\\R}{\\mathbb{R}}$$\n\nText.', '\n<p>Text.</p>'],
  ['$\\def\\x{y}$', ''],
  ['> $$\n> \\let\\x\\beta\n> $$\n>\n> Text.', '<blockquote>\n\n<p>Text.</p>\n</blockquote>'],
  ['- $\\newcommand{\\x}{y}$\n- b', '<ul>\n<li></li>\n<li>b</li>\n</ul>'],
  ['$$\\DeclareMathOperator{\\Var}{Var}\n\\gdef\\x{y}$$\n\nText.', '\n<p>Text.</p>'],
])('a formula that only defines shows nothing: %j', (markdown, html) => {
  expect(showAnswer(markdown)).toMatchObject({ html, remarks: [] });
});

test.each([
  ['$\\x$ and $\\newcommand{\\x}{y}$'],
  ['`$\\newcommand{\\x}{y}$` and $\\x$'],
  ['$\\newcommand{\\x$ and $\\x$'],
  ['$\\newcommand{\\x}$ and $\\x$'],
  ['$$\n% \\newcommand{\\x}{y}\nz\n$$\n\n$\\x$'],
  ['$\\newcommand{\\x}{\\x}$ and $\\x$'],
])(
  'a formula with a command that is not yet defined is shown as its source with a warning: %j',
  (markdown) => {
    const { html, remarks } = showAnswer(markdown);
    expect(html).toContain('formula-source');
    expect(remarks.map(({ code }) => code)).toContain('formula');
  },
);

/** The TeX that formulas carry for copies. */
const carried = (markdown: string) =>
  Array.from(showAnswer(markdown).html.matchAll(/ data-tex="([^"]*)"/g), ([, tex]) => tex);

test.each([
  ['$\\newcommand{\\R}{\\mathbb{R}}$ $\\R^n$ $x$', ['\\newcommand{\\R}{\\mathbb{R}} \\R^n', 'x']],
  ['$\\let\\x\\beta$ $a\\x$', ['\\let\\x\\beta a\\x']],
  ['$\\def\\a{x}\\def\\b{\\a y}\\def\\c{z}$\n\n$$\n\\b\n$$', ['\\def\\a{x} \\def\\b{\\a y} \n\\b']],
  ['$\\x = \\def\\x{a} \\x$', []],
  ['$b = \\def\\x{a} \\x$ $\\x$', ['b = \\def\\x{a} \\x', '\\def\\x{a} \\x']],
])('a formula carries the definitions that it uses: %j', (markdown, expected) => {
  expect(carried(markdown)).toEqual(expected);
});

test.each([
  '$\\newcommand{\\x}{z}$ $\\x$ $\\x + 1$',
  '$\\let\\old\\phi\\renewcommand{\\phi}{\\mathbf{\\old}}$ $\\phi$ $\\phi_1$ $\\old + \\phi$',
  '$\\DeclarePairedDelimiter\\abs||$ $\\abs{x}$ $\\abs*{y}$',
])('formulas that were copied are set as they were, and carry the same: %j', (markdown) => {
  const copied = carried(markdown)
    .map((tex) => `$${tex ?? ''}$`)
    .join(' ');
  expect(showAnswer(copied).remarks).toEqual([]);
  expect(shown(copied)).toBe(shown(markdown));
  expect(carried(copied)).toEqual(carried(markdown));
});

test('a fault is reported where it was typed, whatever is defined before', () => {
  expect(showAnswer('$\\newcommand{\\x}{y}$ $\\x + \\foo$').remarks).toMatchObject([{ offset: 27 }]);
});

test('definitions take no more room than a formula', () => {
  const long = `$\\newcommand{\\x}{${'y'.repeat(limits.formulaLength - 60)}}$ $\\newcommand{\\z}{\\x${'y'.repeat(60)}}$`;
  expect(showAnswer(`${long}\n\n$\\x$`).remarks).toEqual([]);
  expect(showAnswer(`${long}\n\n$\\z$`).remarks).toMatchObject([{ code: 'formula' }]);
});

test('ids of headings consist of their visible text', () => {
  const markdown = '$\\newcommand{\\x}{abc}$\n\n## Of $\\x$';
  const { tree } = parseAnswer({ form: 'markdown', text: markdown });
  expect(tree && findAnchors(tree)).toEqual(['of-abc']);
  expect(showAnswer(markdown).html).toContain('id="of-abc"');
});
