import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { deckPath } from '@/lib/site';
import { decksOf } from '@/lib/study/decks';

/** Writes the cards of every subject that has some, where the study page loads them from. */
export async function writeStudyCards(releaseFolder: string, catalogue: Catalogue): Promise<void> {
  for (const deck of decksOf(catalogue)) {
    const path = join(releaseFolder, deckPath(deck.subject));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(deck));
  }
}
