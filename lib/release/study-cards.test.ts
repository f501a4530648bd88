import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import type { Entry } from '@/lib/catalogue/entry';
import { limits } from '@/lib/limits';
import { parseCards } from '@/lib/study/cards';
import { parseDeck } from '@/lib/study/deck';
import { studyCardOutputs } from './study-cards';

const readBeginning = ({ slug }: Entry) =>
  Promise.resolve({ html: `<p>${slug}</p>`, isWhole: slug === 'all' });

const outputsOf = (...entries: Entry[]) => studyCardOutputs(new Catalogue(entries, {}), { readBeginning });

const keysOf = (...entries: Entry[]) => new Map(outputsOf(...entries).map(({ path, key }) => [path, key]));

test('every question has a card: its short answer, or the beginning of its answer', async () => {
  const outputs = outputsOf(
    entry('law/short', { id: 1, question: 'S?', shortAnswer: 'Yes, 1 < 2 & so on.' }),
    entry('law/long', { id: 2, question: 'L?' }),
    entry('physics/all', { id: 3, question: 'A?' }),
  );
  expect(outputs.map(({ path }) => path)).toEqual([
    'study/decks/law.json',
    'study/decks/physics.json',
    'study/cards/0.json',
  ]);
  const made = await Promise.all(
    outputs.map(async ({ make }) => JSON.parse(String(await make())) as unknown),
  );
  expect(made.slice(0, 2).map(parseDeck)).toEqual([[1, 2], [3]]);
  const address = '/learn/law/questions/';
  expect(parseCards(made[2])).toEqual([
    {
      id: 1,
      address: `${address}short`,
      question: 'S?',
      answer: '<p>Yes, 1 &lt; 2 &amp; so on.</p>',
      part: 'short',
    },
    { id: 2, address: `${address}long`, question: 'L?', answer: '<p>long</p>', part: 'beginning' },
    { id: 3, address: '/learn/physics/questions/all', question: 'A?', answer: '<p>all</p>', part: 'whole' },
  ]);
});

test('one edit, one new question and one that goes change one file of cards each', () => {
  const library = Array.from({ length: 10 * limits.idsInCardFile }, (_, index) =>
    entry(`law/q${index}`, { id: index + 1, hash: 'a' }),
  );
  const before = keysOf(...library);
  const changed = (...entries: Entry[]) => {
    const after = keysOf(...entries);
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    );
  };
  const [first, second, ...others] = library;
  if (!first || !second) throw new Error('the library is empty');
  expect(changed(entry('law/q0', { id: 1, hash: 'b' }), second, ...others)).toEqual(['study/cards/0.json']);
  expect(changed(entry('art/q0', { id: 1, hash: 'a' }), second, ...others)).toEqual([
    'study/decks/law.json',
    'study/cards/0.json',
    'study/decks/art.json',
  ]);
  expect(changed(first, ...others)).toEqual(['study/decks/law.json', 'study/cards/0.json']);
  expect(changed(...library, entry('law/new', { id: 9999 }))).toEqual([
    'study/decks/law.json',
    'study/cards/312.json',
  ]);
});
