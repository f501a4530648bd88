import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import temml from 'temml';
import { expect, test } from 'vitest';

import { findSpans } from '../spans';
import { sampleFormulas } from './sample-formulas';
import { toMathml } from './mathml';

/**
 * An independent conversion for comparison: the MathML text of Temml, parsed as HTML and sanitized by a
 * library.
 */
const schema: Schema = {
  tagNames: (
    'annotation math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
  attributes: {
    '*': (
      'accent accentunder className columnalign columnlines columnspacing columnspan depth display displaystyle ' +
      'encoding fence form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize ' +
      'minsize movablelimits notation rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy ' +
      'style symmetric voffset width'
    ).split(' '),
  },
};

interface Ways {
  direct: string;
  parsed: string;
}

/** A formula converted in both ways; undefined if Temml reports a fault. */
function setBothWays(tex: string, displayMode: boolean): Ways | undefined {
  const options = {
    displayMode,
    throwOnError: true,
    maxExpand: 500,
    wrap: displayMode ? 'none' : 'tex',
  } as const;
  let html: string;
  try {
    html = temml.renderToString(tex, options);
  } catch (error) {
    // The chemistry part of Temml throws arrays.
    if (error instanceof Error || Array.isArray(error)) return undefined;
    throw error;
  }
  // References are left out, because their text depends on other formulas.
  if (html.includes('<a ')) return undefined;
  const tree: unknown = temml.__renderToMathMLTree(tex, options);
  return {
    direct: toHtml(toMathml(tree)),
    parsed: toHtml(sanitize(fromHtml(html, { fragment: true }), schema)),
  };
}

function compare(
  formulas: Iterable<string>,
  displays = [true, false],
): { set: number; different: [tex: string, ways: Ways][] } {
  const different: [string, Ways][] = [];
  let set = 0;
  for (const tex of formulas) {
    for (const display of displays) {
      const ways = setBothWays(tex, display);
      if (!ways) continue;
      set += 1;
      if (ways.direct !== ways.parsed) different.push([tex, ways]);
    }
  }
  return { set, different };
}

test('the formulas of our libraries are the same in both ways', () => {
  const formulas = ['content', 'e2e/content'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => formulasOf(readFileSync(join(folder, path), 'utf8'))),
  );
  const { set, different } = compare(formulas);
  expect(set).toBeGreaterThan(300);
  expect(different).toEqual([]);
});

function formulasOf(markdown: string): string[] {
  return findSpans(markdown).flatMap((span) =>
    span.kind === 'formula' ? markdown.slice(span.contentStart, span.contentEnd) : [],
  );
}

test('every command that Temml knows is the same in both ways', () => {
  const source = readFileSync('node_modules/temml/dist/temml.mjs', 'utf8');
  const names = new Set(Array.from(source.matchAll(/"\\\\([A-Za-z]+\*?)"/g), ([, name]) => name ?? ''));
  expect(names.size).toBeGreaterThan(1200);
  const formulas = Array.from(names, (name) => [
    `a \\${name} b`,
    `\\${name}{x}`,
    `2.5 \\${name}{x}{y}^{3}`,
    `\\${name}{1em} z`,
    `\\${name}{red}{x}`,
    `\\begin{${name}} a & b \\\\ c \\end{${name}}`,
  ]).flat();
  const { set, different } = compare(formulas, [true]);
  expect(set).toBeGreaterThan(3000);
  expect(different).toEqual([]);
});

test('generated formulas are the same in both ways', () => {
  fc.assert(
    fc.property(sampleFormulas, (tex) => {
      expect(compare([tex]).different).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text is the same in both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(compare([text, `\\text{${text}}`, `\\verb|${text}|`]).different).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['\\char"0 \\char"D \\char"A x'],
  ['\\text{a < b & "c" \'d\' &lt;script>}'],
  ['\\verb|<img src=x onerror=alert(1)>|'],
  ['\\mathrm{\\char"3c script\\char"3e}'],
  ['\\texttip{x}{<b>}'],
  ['\\toggle{a}{b}\\endtoggle'],
])('%s is the same in both ways', (tex) => {
  expect(compare([tex]).different).toEqual([]);
});

test('only elements and attributes of the lists are kept', () => {
  const tree = {
    type: 'math',
    attributes: { display: 'block', href: 'javascript:x', onclick: 'x', 'xlink:href': 'y', id: 'z' },
    classes: ['a', '', 'b'],
    style: { paddingLeft: '1em' },
    children: [
      { type: 'script', attributes: {}, children: [{ text: 'x' }] },
      {
        type: 'maction',
        attributes: { actiontype: 'toggle' },
        children: [{ type: 'mi', children: [{ text: 'y' }] }],
      },
      { href: '#a', classes: ['tml-ref', 'tml-eqref'], children: [] },
      null,
      7,
    ],
  };
  const page: Root = { type: 'root', children: toMathml(tree) };
  expect(toHtml(page)).toBe(
    '<math display="block" class="a b" style="padding-left:1em;">x<mi>y</mi><mtext><a data-reference="a" data-equation></a></mtext></math>',
  );
});
