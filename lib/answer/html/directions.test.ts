import { expect, test } from 'vitest';

import { showAnswer } from '../show-answer';

test.each([
  ['مرحبا بالعالم', '<p dir="auto">مرحبا بالعالم</p>'],
  ['שלום', '<p dir="auto">שלום</p>'],
  ['English, then עברית', '<p dir="auto">English, then עברית</p>'],
  ['- שלום\n- a', '<ul dir="rtl">\n<li dir="auto">שלום</li>\n<li dir="auto">a</li>\n</ul>'],
  ['- a\n- שלום', '<ul>\n<li dir="auto">a</li>\n<li dir="auto">שלום</li>\n</ul>'],
  ['> سلام', '<blockquote dir="rtl">\n<p dir="auto">سلام</p>\n</blockquote>'],
  ['الكود `a + b` هنا', '<p dir="auto">الكود <code dir="ltr">a + b</code> هنا</p>'],
  ['الصيغة $x$ هنا', '<p dir="auto">الصيغة <math data-tex="x" dir="ltr"><mi>x</mi></math> هنا</p>'],
])('blocks run as their text does: %j', (markdown, html) => {
  expect(showAnswer(markdown).html).toBe(html);
});

test('headings, tables, code blocks and displays', () => {
  const { html } = showAnswer('## عنوان\n\n| أ | b |\n|---|---|\n| ج | 1 |\n\n```c\nint a;\n```\n\n$$ x $$');
  expect(html).toContain('<h2 id="عنوان" dir="auto">');
  expect(html).toContain('<table dir="rtl">');
  expect(html.match(/<t[hd] [^>]*dir="auto"|<t[hd] dir="auto"/g)).toHaveLength(4);
  expect(html).toMatch(/<pre [^>]*dir="ltr"/);
  expect(html).toMatch(/<math [^>]*dir="ltr"/);
});

test.each(['# Heading\n\nText `code`\n\n- a', 'Ωμέγα и 漢字', '| a |\n| - |\n| b |'])(
  'other pages have no direction: %j',
  (markdown) => {
    expect(showAnswer(markdown).html).not.toContain('dir=');
  },
);
