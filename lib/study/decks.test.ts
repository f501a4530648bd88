import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { parseDeck } from './cards';
import { decksOf } from './decks';

test('a deck holds the questions that have a short answer, oldest first', () => {
  const catalogue = new Catalogue(
    [
      entry('law/new', { id: 3, date: '2025-03-01', question: 'New?', shortAnswer: 'Yes.' }),
      entry('law/old', { id: 1, date: '2025-01-01', question: 'Old?', shortAnswer: 'No.' }),
      entry('law/without', { id: 2 }),
      entry('physics/without', { id: 4 }),
    ],
    { law: { name: 'Law' } },
  );
  expect(decksOf(catalogue)).toEqual([
    {
      subject: 'law',
      name: 'Law',
      cards: [
        { id: 1, address: '/learn/law/questions/old', question: 'Old?', answer: 'No.' },
        { id: 3, address: '/learn/law/questions/new', question: 'New?', answer: 'Yes.' },
      ],
    },
  ]);
});

test('a question in several subjects has one card, at its canonical address', () => {
  const answer = { id: 7, shortAnswer: 'Yes.' };
  const decks = decksOf(new Catalogue([entry('physics/a', answer), entry('law/a', answer)], {}));
  expect(decks.map(({ subject, cards }) => [subject, cards.map(({ address }) => address)])).toEqual([
    ['law', ['/learn/law/questions/a']],
  ]);
});

test('what is written is what is read', () => {
  const [deck] = decksOf(new Catalogue([entry('law/a', { shortAnswer: 'Yes.' })], {}));
  expect(parseDeck(JSON.parse(JSON.stringify(deck)))).toEqual(deck);
  expect(() => parseDeck({ subject: 'law' })).toThrow();
});
