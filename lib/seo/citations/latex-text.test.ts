import fc from 'fast-check';
import { expect, test } from 'vitest';

import { latexText } from './latex-text';

test('a text of plain characters is written like a part of another text', () => {
  const character = fc.constantFrom(...Array.from(`aZ9 .:;()/?!-,'"\`_&é`));
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      // No plain text contains this letter, which is unchanged after any other character.
      expect(`${latexText(text)}é`).toBe(latexText(`${text}é`));
    }),
    { numRuns: 2000 },
  );
});
