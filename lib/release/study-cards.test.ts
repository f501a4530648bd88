import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { parseDeck } from '@/lib/study/cards';
import { studyCardOutputs } from './study-cards';

test('every subject with short answers has a file of cards', async () => {
  const catalogue = new Catalogue([entry('law/a', { shortAnswer: 'Yes.' }), entry('physics/b')], {});
  const outputs = studyCardOutputs(catalogue);
  expect(outputs.map(({ path }) => path)).toEqual(['study/law.json']);
  const deck = parseDeck(JSON.parse(String(await outputs[0]?.make())));
  expect(deck.cards.map(({ answer }) => answer)).toEqual(['Yes.']);
});
