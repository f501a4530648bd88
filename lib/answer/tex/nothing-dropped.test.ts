import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findSpans } from '../spans';
import { typeset } from '../formula';
import { sampleFormulas } from './sample-formulas';
import { charactersOf, charactersShown, missing } from './spoken';

/**
 * The characters of a formula that are missing on the page. Empty if the formula cannot be converted, which
 * is reported as a warning.
 */
function dropped(tex: string, display: boolean): string[] {
  const formula = typeset(tex, display);
  return 'mathml' in formula ? missing(charactersOf(tex), charactersShown(formula.mathml)) : [];
}

test('the formulas of our libraries show all that they say', () => {
  const formulas = ['content', 'e2e/content'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => formulasOf(readFileSync(join(folder, path), 'utf8'))),
  );
  expect(formulas.length).toBeGreaterThan(300);
  for (const tex of formulas) expect(dropped(tex, true), tex).toEqual([]);
});

function formulasOf(markdown: string): string[] {
  return findSpans(markdown).flatMap((span) =>
    span.kind === 'formula' ? markdown.slice(span.contentStart, span.contentEnd) : [],
  );
}

test('generated formulas show all that they say', () => {
  let set = 0;
  fc.assert(
    fc.property(sampleFormulas, fc.boolean(), (tex, display) => {
      expect(dropped(tex, display), tex).toEqual([]);
      if ('mathml' in typeset(tex, display)) set += 1;
    }),
    { numRuns: 1500 },
  );
  expect(set).toBeGreaterThan(500);
});

test('missing characters are found', () => {
  expect(missing(charactersOf('a + \\alpha 12'), charactersOf('a + 1'))).toEqual(['α', '2']);
  expect(charactersOf('\\begin{array}{cc} x & \\sin y \\\\[4pt] 50\\% \\end{array}').join('')).toBe(
    'xsiny50%',
  );
});
