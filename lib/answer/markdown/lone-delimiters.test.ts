import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAnswer } from '../parse';
import { sampleAnswers } from '../sample-answers';

/** The offsets of delimiters that are reported as unpaired. */
function lone(text: string, form: 'markdown' | 'escaped' = 'markdown'): number[] {
  const { remarks, offsetInText } = parseAnswer({ form, text });
  return remarks.filter(({ code }) => code === 'formula-unclosed').map(({ offset }) => offsetInText(offset));
}

test.each([
  'The energy §$E = mc^2 is large.',
  'The energy E = mc^2§$ is large.',
  'From $a$ to §$b there is a way.',
  'Where x§$ is a number.',
  'Call it (§$x) here.',
  'The angle §$\\alpha is small, and so is $\\beta$.',
  'The rows §$x_1 and those of $y_1$ differ.',
  'It costs $5, and §$2^n grows faster.',
  'So §$2 + x^2 is a number.',
  'So §$2x + 3 = 7 has one solution.',
  'A line\nwith §$x^2 in it.\n\nAnother with $y$.',
  '> Quoted: §$x^2 is even.',
  '- An item with §$\\frac{1}{2} in it',
  '| a | b |\n| - | - |\n| §$x^2 | 1 |',
  '## Why §$x^2 is even',
  '§$$ E = mc^2',
  'So §$$\\int_0^1 f\n\nis a number $$, or not.',
  'It is §\\(x^2 here.',
  'It is x^2\\) here, and §\\[\\alpha'.replace('x^2\\)', 'x^2§\\)').replace('§\\[', '\\['),
  'A *word* and §$x^2* and more.',
])('a delimiter without a partner is reported: %s', (marked) => {
  const text = marked.replace('§', '');
  expect(lone(text)[0]).toBe(marked.indexOf('§'));
});

test.each([
  'It costs $5, or $10 with the cover.',
  'It costs 5 $ there, 7$ here, US$ 9 and A$12.',
  'Prices: $1,000; $5k; $3M; $10bn; $100s.',
  'It costs $10 C:\\new \\(a\\) $5.',
  'Set $HOME, and $PATH too; $JAVA_HOME is longer.',
  'In PHP, $name and $user_id are variables.',
  'The sign $ stands for dollars.',
  'A \\$x^2 that is escaped.',
  'In code: `$x^2`, and\n\n```\n$x^2\n```',
  'See https://example.org/$x^2 or [this](/learn/$x^2).',
  'A link \\[not a link\\](x) and \\(brackets\\).',
  'A list \\[1] of sources (\\(2).',
  'The expression ^abc$ has an end, and ^[a-z]+$ too.',
  '$x$ and $y^2$, \\(a\\) and \\[b\\].',
  '$$\nx^2\n\n+ 1\n$$',
  '\\$5 and \\\\ and $$$.',
])('there is no false alarm for %s', (text) => {
  expect(lone(text)).toEqual([]);
});

test('a place is that in the line of the source library', () => {
  const line = 'One.\\n\\nThe energy $E = mc^2 is large.';
  expect(lone(line, 'escaped')).toEqual([line.indexOf('$')]);
});

test('there is no false alarm for answers like those of the source library', () => {
  fc.assert(
    fc.property(sampleAnswers(true), (answer) => {
      expect(lone(answer)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('of a formula in a sentence, a delimiter that is left out is missed', () => {
  const formula = fc.constantFrom('x^2', '\\alpha', 'a_1 + b_1', '\\frac{1}{2}', 'e^{i\\pi} + 1 = 0');
  fc.assert(
    fc.property(formula, fc.boolean(), sampleAnswers(true), (tex, first, before) => {
      const sentence = first ? `Here \`code\` and $${tex} is a number.` : `Here is ${tex}$ as a number.`;
      const text = `${before}\n\n${sentence}`;
      fc.pre(parseAnswer({ form: 'markdown', text: before }).remarks.length === 0);
      expect(lone(text).length).toBe(1);
    }),
  );
});
