import { expect, it } from 'vitest';

import type { Subject } from './catalogue';
import { menuSubjects } from './menu';

function subject(slug: string, count: number): Subject {
  return { slug, name: slug, description: undefined, accent: 'blue', note: undefined, count };
}

const many = Array.from({ length: 40 }, (_, index) =>
  subject(`s${String(index).padStart(2, '0')}`, index + 1),
);

it('names the subjects with the most questions, in the order they came in', () => {
  const slugs = menuSubjects(many).map(({ slug }) => slug);
  expect(slugs).toEqual(many.slice(25).map(({ slug }) => slug));
  expect(menuSubjects(many.slice(0, 3)).map(({ slug }) => slug)).toEqual(['s00', 's01', 's02']);
});

it('stays as it is when a subject gains a question', () => {
  const grown = many.map((one) => (one.slug === 's39' ? { ...one, count: one.count + 1 } : one));
  expect(menuSubjects(grown)).toEqual(menuSubjects(many));
});

it('chooses the same of equals, whatever their order', () => {
  const equals = Array.from({ length: 20 }, (_, index) => subject(`e${String(index).padStart(2, '0')}`, 1));
  const slugs = (list: Subject[]) =>
    menuSubjects(list)
      .map(({ slug }) => slug)
      .sort();
  expect(slugs(equals.toReversed())).toEqual(slugs(equals));
});
