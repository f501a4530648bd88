import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeEscapes, offsetsInLine } from './escapes';
import { encodeAnswer, sampleAnswers } from './sample-answers';

describe('decoding restores the written text', () => {
  test('any answer survives being encoded and decoded', () => {
    fc.assert(
      fc.property(sampleAnswers(false), (markdown) => {
        expect(decodeEscapes(encodeAnswer(markdown))).toBe(markdown);
      }),
      { numRuns: 500 },
    );
  });

  test('decoded text is left as it is', () => {
    fc.assert(
      fc.property(fc.oneof(sampleAnswers(true), fc.string()), (text) => {
        const decoded = decodeEscapes(encodeAnswer(text));
        expect(decodeEscapes(decoded)).toBe(decoded);
      }),
      { numRuns: 500 },
    );
  });

  const golden = new URL('golden/', import.meta.url);
  for (const name of readdirSync(golden).filter((file) => file.endsWith('.md'))) {
    test(`${name} is decoded as a person would have written it`, () => {
      const expected = readFileSync(new URL(name, golden), 'utf8').trimEnd();
      const escaped = readFileSync(new URL(name.replace(/\.md$/, '.txt'), golden), 'utf8').trimEnd();
      expect(decodeEscapes(escaped)).toBe(expected);
    });
  }
});

describe('formulas', () => {
  test.each([
    ['$a \\neq b$', '$a \\neq b$'],
    ['\\(\\nabla \\cdot E\\)', '\\(\\nabla \\cdot E\\)'],
    ['$x \\notin S$, $\\not\\subset$, $\\nexists$', '$x \\notin S$, $\\not\\subset$, $\\nexists$'],
    ['$$\\nE = h\\nu\\n$$', '$$\nE = h\\nu\n$$'],
    ['$$\\nu = x^2 + 1\\n$$', '$$\nu = x^2 + 1\n$$'],
    ['$$\\nu = 3$$', '$$\\nu = 3$$'],
    ['$$\\n   \\nabla f\\n   $$', '$$\n   \\nabla f\n   $$'],
    ['$$a \\\\\\nu$$', '$$a \\\\\nu$$'],
    ['$$a \\\\[4pt]\\nb$$', '$$a \\\\[4pt]\nb$$'],
    [
      '\\[\\begin{aligned}\\nu &= 1 \\\\\\ne &= 2\\n\\end{aligned}\\]',
      '\\[\\begin{aligned}\nu &= 1 \\\\\ne &= 2\n\\end{aligned}\\]',
    ],
    ['$$\\na = 1\\ne = 2\\n$$', '$$\na = 1\ne = 2\n$$'],
    ['$\\nabla$ and\\nnext', '$\\nabla$ and\nnext'],
    ['$5\\nand $10', '$5\nand $10'],
    ['$\\nabla = \\partial_x$', '$\\nabla = \\partial_x$'],
    [
      '\\begin{align}\\n\\nabla &= 1 \\\\\\n\\neg &= 2\\n\\end{align}',
      '\\begin{align}\n\\nabla &= 1 \\\\\n\\neg &= 2\n\\end{align}',
    ],
    ['$\\si{\\newton\\metre}$', '$\\si{\\newton\\metre}$'],
    ['$\\SI{5}{\\nano\\newton\\tothe{2}\\per\\ns}$', '$\\SI{5}{\\nano\\newton\\tothe{2}\\per\\ns}$'],
    ['$\\qty[a=b]{5}{\\nm}$, $\\unit{\\nm}$', '$\\qty[a=b]{5}{\\nm}$, $\\unit{\\nm}$'],
    ['$$\\nm = \\SI{5}{\\kg}\\nns\\n$$', '$$\nm = \\SI{5}{\\kg}\nns\n$$'],
  ])('%s', (line, markdown) => {
    expect(decodeEscapes(line)).toBe(markdown);
  });
});

describe('prose and inline code', () => {
  test.each([
    ['One\\n\\n- two\\n- three', 'One\n\n- two\n- three'],
    ['`\\n`, `"a\\n\\nb"` and `\\r\\n`', '`\\n`, `"a\\n\\nb"` and `\\r\\n`'],
    ['a ` alone\\n\\nand another ` here', 'a ` alone\n\nand another ` here'],
    ['hard\\\\nbreak', 'hard\\\nbreak'],
    ['| `\\n` | newline |\\n| a | b |', '| `\\n` | newline |\n| a | b |'],
    ['', ''],
  ])('%s', (line, markdown) => {
    expect(decodeEscapes(line)).toBe(markdown);
  });
});

test('an offset in the Markdown leads back into the line', () => {
  const line = 'a\\nb `\\n` $\\nu$\\nc';
  const markdown = decodeEscapes(line);
  for (const part of ['b', '`', '$', 'c']) {
    expect(offsetsInLine(line, markdown)(markdown.indexOf(part))).toBe(line.indexOf(part));
  }
});
