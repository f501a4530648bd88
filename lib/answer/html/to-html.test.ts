import fc from 'fast-check';
import type { Comment, ElementContent, Properties, Root } from 'hast';
import { toHtml as reference } from 'hast-util-to-html';
import { find, html } from 'property-information';
import { expect, test } from 'vitest';

import { answerSchema } from './schema';
import { toHtml } from './to-html';

/** The properties that an answer can have, and those that the renderer adds. */
const properties = [
  ...new Set([
    ...Object.values(answerSchema.attributes ?? {}).flatMap((list) =>
      list.map((item) => (typeof item === 'string' ? item : item[0])),
    ),
    ...['className', 'tabIndex', 'role', 'ariaLabel', 'dataTex', 'mathvariant', 'columnspacing', 'encoding'],
  ]),
].filter((name) => !name.endsWith('*') && !find(html, name).commaSeparated);

const tagNames = ['math', 'mrow', 'span', ...(answerSchema.tagNames ?? [])];

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('&', '<', '>', '"', "'", '`', '=', '\0', '\n', 'a', ';', '𝑥', '\uD835', '&amp;'),
  }),
  fc.string({ unit: 'binary' }),
);

const property = fc.constantFrom(...properties).chain((name) => {
  const { boolean, overloadedBoolean } = find(html, name);
  const flag = fc.constantFrom(true, false, undefined, null);
  const value = fc.oneof(flag, text, fc.integer(), fc.array(fc.stringMatching(/^[a-z&'-]+$/)));
  return fc.tuple(fc.constant(name), boolean || overloadedBoolean ? flag : value);
});

const propertyRecord = fc.array(property, { maxLength: 4 }).map((entries): Properties => {
  return Object.fromEntries(entries);
});

const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    fc.record({ type: fc.constant('text' as const), value: text }),
    fc.record({
      type: fc.constant('element' as const),
      tagName: fc.constantFrom(...tagNames),
      properties: propertyRecord,
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
}));

/** Removes the children of elements that cannot have any. */
function withoutImpossible(one: ElementContent): ElementContent {
  if (one.type !== 'element') return one;
  const isVoid = ['br', 'hr', 'img', 'input', 'source'].includes(one.tagName);
  return { ...one, children: isVoid ? [] : one.children.map(withoutImpossible) };
}

test('writes what hast-util-to-html writes', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
      const tree: Root = { type: 'root', children: nodes.map(withoutImpossible) };
      expect(toHtml(tree)).toBe(reference(tree, { characterReferences: { useNamedReferences: true } }));
    }),
    { numRuns: 100 },
  );
});

test('a tree that is not sanitized is an error', () => {
  const comment: Comment = { type: 'comment', value: 'a' };
  expect(() => toHtml({ type: 'root', children: [comment] })).toThrow('Found a comment');
});
