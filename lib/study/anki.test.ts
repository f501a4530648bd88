import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';

import { lineHtml, plainLine } from '@/lib/answer/line';
import { renderMarkdown } from '@/lib/answer/render';
import { sampleAnswers } from '@/lib/answer/sample-answers';
import { readAnkiText } from '@/lib/testing/anki-reader';
import { hostileTex, intrudersIn } from '@/lib/testing/hostile/formulas';
import { ankiText, type AnkiDeck } from './anki';
import type { Card } from './cards';

const site = 'https://quicktakes.example';

function deck(subject: string, ...cards: Partial<Card>[]): AnkiDeck {
  return {
    subject,
    name: subject.toUpperCase(),
    cards: cards.map((card, index) => ({
      id: index + 1,
      address: `/learn/${subject}/questions/a`,
      question: 'Q?',
      answer: '<p>A.</p>',
      part: 'short',
      ...card,
    })),
  };
}

test('one subject is a deck of its own', () => {
  expect(ankiText([deck('law', { id: 200101 })], site)).toBe(
    [
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#deck:QuickTakes::LAW',
      '#guid column:1',
      '#tags column:2',
      'quicktakes-200101\tquicktakes quicktakes::law\tQ?\t"<p>A.</p><p><small><a href=""https://quicktakes.example/learn/law/questions/a"">Full answer</a></small></p>"',
      '',
    ].join('\n'),
  );
});

test('in a selection every card names its deck', () => {
  const text = ankiText([deck('law', { id: 1 }), deck('physics', { id: 2 })], site);
  expect(text).not.toContain('#deck:');
  expect(readAnkiText(text).map(({ guid, deck: name, tags }) => [guid, name, tags])).toEqual([
    ['quicktakes-1', 'QuickTakes::LAW', ['quicktakes', 'quicktakes::law']],
    ['quicktakes-2', 'QuickTakes::PHYSICS', ['quicktakes', 'quicktakes::physics']],
  ]);
});

test('a card keeps its guid when its question is worded anew or moves', () => {
  const guid = (card: Partial<Card>) =>
    readAnkiText(ankiText([deck('law', { id: 5, ...card })], site))[0]?.guid;
  expect(guid({ question: 'New?', address: '/learn/law/questions/new' })).toBe(guid({}));
});

/** The front and the back of one card in Anki. */
function fieldsOf(card: Partial<Card>): [front: string, back: string] {
  const [front = '', back = ''] = readAnkiText(ankiText([deck('law', card)], site))[0]?.fields ?? [];
  return [front, back.replace(/<p><small>.*?<\/small><\/p>$/, '')];
}

/** The back of a card whose answer is Markdown. */
function backOf(markdown: string): string {
  return fieldsOf({ answer: renderMarkdown(markdown).html, part: 'whole' })[1];
}

function frontOf(title: string): string {
  return fieldsOf({ question: plainLine(title), questionHtml: lineHtml(title) })[0];
}

test('the back says whether it is the beginning of the answer, and leads to all of it', () => {
  const back = (card: Partial<Card>) => readAnkiText(ankiText([deck('law', card)], site))[0]?.fields[1];
  const link = (text: string) => `<a href="${site}/learn/law/questions/a">${text}</a>`;
  expect(back({ part: 'beginning' })).toBe(
    `<p>A.</p><p><small>The beginning of the answer. ${link('Full answer')}</small></p>`,
  );
  expect(back({ part: 'whole' })).toBe(`<p>A.</p><p><small>${link('Question page')}</small></p>`);
  expect(back({ part: 'beginning', answer: '' })).toBe(`<p><small>${link('Answer')}</small></p>`);
});

test.each([
  ['Why $E = mc^2$?', String.raw`Why \(E = mc^2\)?`],
  [String.raw`Is \(\ce{H2O}\) & $a < b$ so?`, String.raw`Is \(\ce{H2O}\) &amp; \(a &lt; b\) so?`],
  ['What does `a[i] << "x"` do?', 'What does <code>a&#91;i&#93; &lt;&lt; "x"</code> do?'],
  [String.raw`Is $50%$ half of $\sqrt[3]{x}$?`, String.raw`Is \(50\%\) half of \(\sqrt&#91;3&#93;{x}\)?`],
])('the question %s is set', (title, field) => {
  expect(frontOf(title)).toBe(field);
});

test.each([
  ['Let $x_1$, *so* **that**.', String.raw`<p>Let \(x_1\), <i>so</i> <b>that</b>.</p>`],
  ['So $a = b$.', String.raw`<p>So \(a = b\).</p>`],
  ['$$\n\\frac{a}{b}\n$$', String.raw`<p>\[\frac{a}{b}\]</p>`],
  [String.raw`$\ce{2H2 + O2 -> 2H2O}$`, String.raw`<p>\(\ce{2H2 + O2 -> 2H2O}\)</p>`],
  ['```python\nprint("\\(x\\)")\n\tx\n```', '<pre><code>print("&#92;(x&#92;)")&#10;&#9;x&#10;</code></pre>'],
  ['Use `\\[sound:a]`.', '<p>Use <code>&#92;&#91;sound:a&#93;</code>.</p>'],
  [
    '[a](/learn/a "x > y") ![i](/a.png)',
    `<p><a href="${site}/learn/a" title="x > y">a</a> <img src="${site}/a.png" alt="i"></p>`,
  ],
])('the answer %j is set', (markdown, field) => {
  expect(backOf(markdown)).toBe(field);
});

test('a formula with commands that Anki does not know stays MathML', () => {
  const back = backOf(String.raw`$\SI{5}{m}$, $\dv{f}{x}$, $\dvx$, $\text{SI}$`);
  expect(back.match(/<math>/g)).toHaveLength(2);
  expect(back).not.toMatch(/data-|class=/);
  expect(back).toContain(String.raw`\(\text{SI}\)`);
});

test('a formula with a command that the answer defines stays MathML: Anki would know it in other cards, too', () => {
  const back = backOf('$\\newcommand{\\vec}[1]{\\mathbf{#1}}$ $\\vec{a}$ and $b$ and $\\def\\x{y}\\x$');
  expect(back.match(/<math>/g)).toHaveLength(2);
  expect(back).toContain('\\(b\\)');
  expect(back).not.toMatch(/newcommand|def/);
});

const lookalikes = [
  String.raw`\(x\)`,
  String.raw`\[x\]`,
  '{{c1::x}}',
  '[sound:x.mp3]',
  '[latex]x[/latex]',
  '[$]x[/$]',
  '[[type:Front]]',
  '[anki:tts lang=en_US]x[/anki:tts]',
  '<img src="x.png">',
  '<b>x</b>',
  '&amp; &#40;',
  'a\tb',
  '"quoted"',
  '#html:false',
  '{{Front}}',
];

/** What acts in Anki: in the field itself, and what MathJax sees in the text of its elements. */
function acts(field: string): boolean {
  const isAnkis = /\{\{|\[|<(?:img|b|script)\b/.test(field);
  const strings: string[] = [];
  const read = (node: Nodes) => {
    if (node.type === 'text') strings.push(node.value);
    else if ('children' in node && !(node.type === 'element' && /^(?:code|pre|math)$/.test(node.tagName)))
      node.children.forEach(read);
  };
  read(fromHtml(field, { fragment: true }));
  return isAnkis || strings.some((text) => /\\[()[\]]/.test(text));
}

function textOf(field: string): string {
  const read = (node: Nodes): string =>
    node.type === 'text' ? node.value : 'children' in node ? node.children.map(read).join('') : '';
  return read(fromHtml(field, { fragment: true }));
}

test.each(lookalikes)('%s is text in Anki, too', (text) => {
  const [front, back] = fieldsOf({
    question: text,
    answer: `<p>${toText(text)}</p><pre><code>${toText(text)}</code></pre>`,
  });
  for (const field of [front, back]) expect(acts(field), field).toBe(false);
  expect(textOf(front)).toBe(text);
  expect(textOf(back)).toBe(text + text);
});

function toText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

test('whatever a card says, its row is one note, and nothing but its own formulas acts', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...lookalikes, ...'"\t\n\r#<>&\\é :$()[]{}'.split('')),
    maxLength: 12,
  });
  fc.assert(
    fc.property(hostile, hostile, (question, answer) => {
      const [front, back] = fieldsOf({ question, answer: `<p>${toText(answer)}</p>` });
      for (const field of [front, back]) expect(acts(field), field).toBe(false);
      expect(textOf(front)).toBe(question.replace(/\r\n?/g, '\n'));
      expect(textOf(back)).toBe(answer.replace(/\r\n?/g, '\n'));
    }),
  );
});

test.each(hostileTex)('the TeX %s stays within its formula in Anki', (tex) => {
  for (const [markdown, expected] of [
    [`$${tex}$`, `\\(${tex}\\)`],
    [`$$\n${tex}\n$$`, `\\[${tex}\\]`],
  ] as const) {
    const back = backOf(markdown);
    expect(intrudersIn(back), back).toEqual([]);
    expect(textOf(back)).toBe(expected);
    expect(back).not.toMatch(/(?<!\\)\[|\{\{/);
  }
});

/** Elements and attributes that mean something only with our style sheets and scripts. */
function ofOurPage(node: Nodes): string[] {
  if (!('children' in node)) return [];
  const inner = node.children.flatMap(ofOurPage);
  if (node.type !== 'element') return inner;
  const { tagName, children, properties } = node;
  const isOurs = /^(?:em|strong|figure|div)$/.test(tagName) || (tagName === 'span' && children.length > 0);
  const names = Object.keys(properties).filter((name) => /^(?:data.*|className|tabIndex|role)$/.test(name));
  return [...(isOurs ? [tagName] : []), ...names, ...inner];
}

test('whatever an answer is, its rows can be read, and its formulas stand in them', () => {
  fc.assert(
    fc.property(sampleAnswers(true), (markdown) => {
      const back = backOf(markdown);
      expect(back).not.toContain('\n');
      expect(ofOurPage(fromHtml(back, { fragment: true })), back).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('nothing selected is a file without cards', () => {
  expect(readAnkiText(ankiText([], site))).toEqual([]);
});
