import { expect, test } from 'vitest';

import { timeOnProcessor } from '@/lib/testing/processor-time';
import { findSpans } from './spans';

function formulas(text: string): string[] {
  return findSpans(text)
    .filter(({ kind }) => kind === 'formula')
    .map(({ start, end }) => text.slice(start, end));
}

test.each([
  '$5 and $10',
  '$1,000',
  '$200 left spends $50 on food, $30 on rent',
  '$5/$10, $5-$10 or ($5)($10)',
  'US$5 and US$6',
  '**$5** and **$10**',
  'from $5 million to $7 million',
  '$$$ for a hotel, $$ for an inn',
  '| $5 | $10 |\n| $6 | $12 |',
  '| 5 $ | 10 $ |\n| 6 $ | each 12 $ |',
  '| 5$ | 10$ |\n| 6$ | 12$ |',
  'costs 5$-10$, 5$–10$ or 5 $ - 10 $',
  'for 5$/10$ a day',
  '$PATH and $HOME',
  'costs $5\n- or $10',
  '\\$5 and \\$6$',
  'cost $5\n\nand $x',
  '`$x$` and ``$y$``',
  '```sh\n$x$\n```',
])('no formula in %j', (text) => {
  expect(formulas(text)).toEqual([]);
});

test.each([
  ['$x$ and $ y $, $5$', ['$x$', '$ y $', '$5$']],
  ['the $n$th of $2^n$', ['$n$', '$2^n$']],
  ['it costs $5 when $x = 1$, $6 when $x = 2$', ['$x = 1$', '$x = 2$']],
  ['between 5 $ and 10 $ if $x > 2$', ['$x > 2$']],
  ['pays 10 $ when $\\alpha$ and 5 $ for $n$', ['$\\alpha$', '$n$']],
  ['the 2 $ x $ and $2$-$3$ of 5$\\%$', ['$ x $', '$2$', '$3$', '$\\%$']],
  ['\\(a\\) \\[ b \\] $$c$$', ['\\(a\\)', '\\[ b \\]', '$$c$$']],
  ['$5 + \\$3$', ['$5 + \\$3$']],
  ['$2a + b$, $3 \\in A$', ['$2a + b$', '$3 \\in A$']],
  ['$ distance = speed \\times time $', ['$ distance = speed \\times time $']],
  ['$x $ and $ y$', ['$x $', '$ y$']],
  ['$$\na\n\nb\n$$', ['$$\na\n\nb\n$$']],
  ['\\[ a \\\\\\]', ['\\[ a \\\\\\]']],
])('formulas in %j', (text, expected) => {
  expect(formulas(text)).toEqual(expected);
});

test('many openings cost no more than one', () => {
  for (const opening of ['$$x ', '\\(', '\\[ ', '$a ', '` `` ', '``` ` ']) {
    const { milliseconds } = timeOnProcessor(() => findSpans(opening.repeat(60_000 / opening.length)));
    expect(milliseconds, opening).toBeLessThan(1000);
  }
});
