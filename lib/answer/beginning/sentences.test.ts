import fc from 'fast-check';
import { expect, test } from 'vitest';

import { sentenceEnds } from './sentences';

function sentences(text: string): string[] {
  const ends = [...sentenceEnds(text)];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).trim());
}

test.each([
  ['One. Two? Three! Four', ['One.', 'Two?', 'Three!', 'Four']],
  ['It is 3.14 or 2.5. Next', ['It is 3.14 or 2.5.', 'Next']],
  ['Units, e.g. Joule, i.e. J, vs. Newton. Next', ['Units, e.g. Joule, i.e. J, vs. Newton.', 'Next']],
  ['Dr. Smith et al. (1990) say so. Next', ['Dr. Smith et al. (1990) say so.', 'Next']],
  ['J. K. Smith of the U.S. Army left. He', ['J. K. Smith of the U.S. Army left.', 'He']],
  ['See Fig. 3 and Eq. 4. Then', ['See Fig. 3 and Eq. 4.', 'Then']],
  ['He asked "why?" and left. She', ['He asked "why?" and left.', 'She']],
  ['She said "No." Then he', ['She said "No."', 'Then he']],
  ['The factorial 5! = 120 grows. So', ['The factorial 5! = 120 grows.', 'So']],
  ['1. First do this. 2. Then that.', ['1. First do this.', '2. Then that.']],
  ['And so on ... and on. End', ['And so on ... and on.', 'End']],
  ['水は沸騰する。それは百度である。', ['水は沸騰する。', 'それは百度である。']],
  ['他说：“为什么？”然后走了。', ['他说：“为什么？”', '然后走了。']],
  ['ما هو الماء؟ الماء سائل. وهو شفاف.', ['ما هو الماء؟', 'الماء سائل.', 'وهو شفاف.']],
  ['जल क्या है? जल एक द्रव है। यह साफ़ है।', ['जल क्या है?', 'जल एक द्रव है।', 'यह साफ़ है।']],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('the ends rise, and the last is the end of the text', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    '.',
    '. ',
    '? ',
    '! ',
    '3',
    'e.g. ',
    '。',
    '؟ ',
    '"',
    '(',
    ')',
    '😀',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
      const text = pieces.join('').trim();
      fc.pre(text !== '');
      const ends = [...sentenceEnds(text)];
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      expect(ends.at(-1)).toBe(text.length);
    }),
  );
});
