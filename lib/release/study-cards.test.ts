import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { parseDeck } from '@/lib/study/cards';
import { writeStudyCards } from './study-cards';

test('every subject with short answers has a file of cards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'study-'));
  const catalogue = new Catalogue([entry('law/a', { shortAnswer: 'Yes.' }), entry('physics/b')], {});
  await writeStudyCards(folder, catalogue);
  expect(await readdir(join(folder, 'study'))).toEqual(['law.json']);
  const deck = parseDeck(JSON.parse(await readFile(join(folder, 'study/law.json'), 'utf8')));
  expect(deck.cards.map(({ answer }) => answer)).toEqual(['Yes.']);
  await rm(folder, { recursive: true });
});
