import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { CONTINUE, EXIT, SKIP, visit as namedVisit, type VisitorResult } from 'unist-util-visit';
import { expect, test } from 'vitest';

import { visit } from './visit';

interface Sample extends Parent {
  answer: VisitorResult;
}

const { tree } = fc.letrec<{ tree: Sample; children: Sample[] }>((tie) => ({
  tree: fc.record({
    type: fc.constantFrom('a', 'b', 'c'),
    // A position among siblings may only lead on, or a walk would have no end.
    answer: fc.constantFrom<VisitorResult[]>(undefined, CONTINUE, SKIP, EXIT, 90, [SKIP, 90], [CONTINUE, 90]),
    children: tie('children'),
  }),
  children: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Sample[]>([]),
    fc.array(tie('tree'), { maxLength: 4 }),
  ),
}));

test('nodes are visited as by the library, whatever a visitor answers', () => {
  const tests = ['a', ['a', 'b'], { type: 'c' }, (node: Node) => node.type !== 'a'] as const;
  fc.assert(
    fc.property(tree, fc.constantFrom(...tests), (root, wanted) => {
      const walk = (walker: typeof visit) => {
        const visited: unknown[] = [];
        walker(
          root,
          typeof wanted === 'function' ? wanted : (structuredClone(wanted) as string),
          (node, index, parent) => {
            visited.push([node, index, parent]);
            return 'answer' in node ? node.answer : undefined;
          },
        );
        return visited;
      };
      expect(walk(visit)).toEqual(walk(namedVisit));
    }),
  );
});

test('without a test every node is visited', () => {
  const types: string[] = [];
  visit(
    { type: 'a', children: [{ type: 'b' }, { type: 'c' }] } as Parent,
    ({ type }) => void types.push(type),
  );
  expect(types).toEqual(['a', 'b', 'c']);
});
