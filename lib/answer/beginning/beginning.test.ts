import fc from 'fast-check';
import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { renderMarkdown } from '../render';

const beginning = (markdown: string) => renderMarkdown(markdown).beginning;
const long = (start: string) => `${start} ${'and goes on with many more words '.repeat(20).trim()}.`;
const says = (markdown: string) =>
  beginning(markdown)
    .html.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** About 100 characters. */
const sentence = (name: string) =>
  `${name} is a thing that has been looked at by a great many people over quite a few years of study.`;

test('the first paragraph, as on the page', () => {
  const { html, isWhole } = beginning(
    '**Work** is $W = F d$, see `f(x)` and [force](/learn/physics), as it was defined a good while ago.\n\nMore follows.',
  );
  expect(html).toMatch(
    /^<p><strong>Work<\/strong> is <math data-tex="W = F d">.*<\/math>, see <code>f\(x\)<\/code> and <a href="\/learn\/physics">force<\/a>, as it was defined a good while ago\.<\/p>$/,
  );
  expect(isWhole).toBe(false);
});

test.each([
  ['By \\eqref{a}, and by the other laws that are known to everybody who has read as far as this.'],
  ['By $\\eqref{a}$, and by the other laws that are known to everybody who has read as far as this.'],
  ['By $y \\text{ of \\eqref{a}}$, and by the laws that are known to all who have read as far as this.'],
  ['By $\\frac{\\eqref{a}}{2}$, and by the laws that are known to all who have read as far as this one.'],
  ['$$ y \\quad \\eqref{a} $$ as is said by the laws that are known to all who have read as far as this.'],
])('references to equations are numbers: %s', (text) => {
  const { html } = beginning(`${text}\n\n$$ x = 1 \\label{a} $$`);
  expect(html).toContain('(1)');
  expect(html).not.toMatch(/<a |href/);
});

test('a first paragraph that is all of the answer is no beginning', () => {
  expect(
    beginning('Yes, because $x > 0$ for every one of the numbers that are looked at here.').isWhole,
  ).toBe(true);
  expect(beginning(`### Answer\n\n${sentence('This')}`)).toEqual({
    html: `<p>${sentence('This')}</p>`,
    isWhole: true,
  });
  expect(beginning(`${sentence('This')}\n\n---\n\nMore.`).isWhole).toBe(false);
  expect(beginning(long('This')).isWhole).toBe(false);
});

test('a paragraph is cut at the end of a sentence near the limit', () => {
  const text = ['One', 'Two', 'Three', 'Four', 'Five'].map(sentence).join(' ');
  expect(says(text)).toBe(['One', 'Two', 'Three'].map(sentence).join(' '));
});

test('a sentence without an end is cut at a word, and shows that', () => {
  expect(says(long('This'))).toMatch(/^This and goes on.*\w…$/);
});

test('where a short paragraph does not say enough, the next is shown, too', () => {
  expect(says(`Yes.\n\n### Why\n\n${sentence('This')}\n\nMore.`)).toBe(`Yes. Why ${sentence('This')}`);
  expect(says(`$$E = mc^2$$\n\n${sentence('This')}\n\nMore.`)).toContain('This is a thing');
});

test('headings, rules and blocks that are too long for a card are skipped', () => {
  expect(says(`### Introduction\n\n${sentence('This')}\n\nMore.`)).toBe(sentence('This'));
  const code = `\`\`\`c\n${'int main(void);\n'.repeat(60)}\`\`\``;
  const table = `| a | b |\n|---|---|\n${'| many | words |\n'.repeat(60)}`;
  for (const block of [code, table]) {
    expect(beginning(`${block}\n\n${sentence('This')}`)).toEqual({
      html: `<p>${sentence('This')}</p>`,
      isWhole: false,
    });
    expect(beginning(block)).toEqual({ html: '', isWhole: false });
  }
});

test('a short block of any kind is shown completely', () => {
  for (const block of [
    '```c\nint x;\n```',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '> Quoted.',
    '- One\n- Two',
    '$$x$$',
  ])
    expect(beginning(block)).toMatchObject({
      isWhole: true,
      html: expect.stringMatching(/^<.*>$/s) as string,
    });
});

test('a sentence with a colon is followed by the block that it introduces', () => {
  expect(
    says(
      'The range of a projectile that flies without any drag is given by:\n\n$$R = v^2$$\n\nwhere more follows.',
    ),
  ).toBe('The range of a projectile that flies without any drag is given by: R=v2');
  const steps = `To solve such a problem, follow these steps:\n\n### Steps\n\n1. **Look**: Read it. Read it again.\n   - Slowly\n2. **Do**: Write it.\n\n   ${long('It')}\n`;
  expect(beginning(steps).html).toBe(
    '<p>To solve such a problem, follow these steps:</p>\n<p><strong>Steps</strong></p>\n' +
      '<ol><li><strong>Look</strong>: Read it.</li><li><strong>Do</strong>: Write it.</li></ol>',
  );
});

test('a sentence with a colon is left out if the rest is long enough, or if its block is not shown', () => {
  const enough = `${sentence('One')} ${sentence('Two')}`;
  expect(says(`${enough} Here is how it is done:\n\n1. First\n2. Second`)).toBe(enough);
  const table = `| a | b |\n|---|---|\n${'| many | words |\n'.repeat(60)}`;
  expect(says(`${sentence('One')} Here is a table:\n\n${table}`)).toBe(sentence('One'));
  expect(says(`Here is a table:\n\n${table}`)).toBe('Here is a table:');
});

test('of a long list, as many items as there is room for', () => {
  const items = Array.from({ length: 30 }, (_, index) => `${index + 3}. ${sentence('It')}`).join('\n');
  expect(beginning(items).html).toMatch(/^<ol start="3">(<li>It is [^<]*\.<\/li>){2,4}<\/ol>\n<p>…<\/p>$/);
});

test('no link has a missing target', () => {
  const { html } = beginning(
    'See [below](#more) and the note[^1] first, for there is a good deal more to say of it.\n\n- [x] x\n\n[^1]: Note.',
  );
  expect(html).toBe('<p>See below and the note first, for there is a good deal more to say of it.</p>');
  expect(beginning('- [x] Done\n- [ ] Open').html).not.toContain('input');
});

test('an answer that cannot be shown has no beginning', () => {
  expect(beginning(`${'> '.repeat(limits.blockDepth + 5)}x`)).toEqual({ html: '', isWhole: false });
});

const bound = limits.beginningLength + (limits.beginningLength * 2) / 3;

const word = fc.constantFrom(
  'alpha',
  'Beta',
  'gamma',
  'Delta',
  '3.14',
  '2.5 kg',
  'e.g. Iron',
  'i.e. Fe',
  'Dr. Who',
  'U.S. Law',
);
const atom = fc.constantFrom(
  '$a^2 + b^2 = c^2$',
  '$x$',
  '`a. B c`',
  '[A. B link](/learn/a)',
  '**A. bold**',
  '\\(y_1. Z\\)',
);
const inline = fc.array(fc.tuple(fc.oneof(word, atom), fc.constantFrom('', '', '', ',', '.', '?', ':')), {
  minLength: 1,
  maxLength: 120,
});
const paragraph = inline.map((parts) => parts.map((part) => part.join('')).join(' '));
const block = fc.oneof(
  paragraph,
  fc
    .array(paragraph, { minLength: 1, maxLength: 5 })
    .map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(paragraph, { minLength: 1, maxLength: 5 })
    .map((items) => items.map((item) => `1. ${item}\n\n   ${item}`).join('\n')),
  paragraph.map((text) => `> ${text}`),
  fc.constantFrom(
    '$$\\frac{a}{b}$$',
    '```c\nint x;\n```',
    '### Heading',
    '---',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ),
);
const answer = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

test('whatever an answer is, its beginning is short, whole where it has to be, and part of it', () => {
  fc.assert(
    fc.property(answer, (markdown) => {
      const { html, beginning: found } = renderMarkdown(markdown);
      expect(words(found.html).length).toBeLessThanOrEqual(bound);
      for (const [piece] of found.html.matchAll(/<(math|code|a)\b[^>]*>.*?<\/\1>/gs))
        expect(withoutSigns(html)).toContain(withoutSigns(piece));
      const lines = found.html.replace(/…?<\/(?:p|li|td|th|pre)>/g, '$&\n').split('\n');
      for (const line of lines) expect(words(html)).toContain(words(line).replace(/…$/, ''));
      if (!found.isWhole && found.html.endsWith('</p>') && !found.html.endsWith('…</p>')) {
        expect(words(found.html)).not.toMatch(/(?:e\.g|i\.e|Dr|U\.S|\b\d)\.$/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a paragraph is cut nowhere but at the end of a sentence or a word', () => {
  fc.assert(
    fc.property(paragraph, (markdown) => {
      const { html, beginning: found } = renderMarkdown(markdown);
      const [all, part] = [words(html), words(found.html)];
      const isCut = part.endsWith('…');
      const shown = isCut ? part.slice(0, -1) : part;
      expect(all.startsWith(shown)).toBe(true);
      const next = all.slice(shown.length);
      if (isCut) expect(next).toMatch(/^[\s,:.?]/);
      else if (!found.isWhole) expect(`${shown.slice(-1)}${next}`).toMatch(/^[.?] ?[A-Z3-9FX]/i);
      expect(shown).not.toMatch(/(?:^|\s)(?:e\.g|i\.e|Dr|U\.S)\.$/);
      expect(`${shown.slice(-2)}|${next}`).not.toMatch(/\d\.?\|\.?\d/);
    }),
    { numRuns: 300 },
  );
});

/** The text of HTML on one line. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Punctuation after a formula with several parts is moved into the formula on the page. */
function withoutSigns(html: string): string {
  return html.replace(/<mtext data-sign="">.*?<\/mtext>/g, '');
}
