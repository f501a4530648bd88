import type { Beginning } from '@/lib/answer/beginning/beginning';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { deckPath } from '@/lib/site';
import type { Card } from '@/lib/study/cards';
import { deckData } from '@/lib/study/deck';
import { cardFilesOf, decksOf } from '@/lib/study/decks';
import { keyOf, type Output } from './output';

interface CardSource {
  /** Gives an entry's answer, as `RenderedAnswer` has its beginning. */
  readBeginning: (entry: Entry) => Promise<Beginning>;
  /** Of the entries with one id, gives the one whose page and answer the card shows. */
  canonicalOf?: (entry: Entry) => Entry;
}

/** The decks and the cards of a library, where the study page loads them from. */
export function studyCardOutputs(
  catalogue: Catalogue,
  { readBeginning, canonicalOf = (entry) => entry }: CardSource,
): Output[] {
  const decks = [...decksOf(catalogue)].map(([subject, deck]) => {
    const text = JSON.stringify(deckData(deck));
    return { path: deckPath(subject).slice(1), key: keyOf(text), make: () => text };
  });
  const files = [...cardFilesOf(catalogue, canonicalOf)].map(([path, entries]) => ({
    path: path.slice(1),
    // The hash of an entry's file stands for all that its card says, but for its canonical address.
    key: keyOf(entries.map(({ hash, address }) => `${hash} ${address}`)),
    make: async () => JSON.stringify(await Promise.all(entries.map((entry) => cardOf(entry, readBeginning)))),
  }));
  return [...decks, ...files];
}

async function cardOf(entry: Entry, readBeginning: CardSource['readBeginning']): Promise<Card> {
  const { id, address, question, shortAnswer } = entry;
  if (shortAnswer !== undefined) {
    return { id, address, question, answer: `<p>${escapeHtml(shortAnswer)}</p>`, part: 'short' };
  }
  const { html, isWhole } = await readBeginning(entry);
  return { id, address, question, answer: html, part: isWhole ? 'whole' : 'beginning' };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
