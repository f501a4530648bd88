import { useEffect, useState } from 'react';

import { parseQuestionPath } from '@/lib/site';
import type { AnkiDeck } from '@/lib/study/anki';
import type { Card } from '@/lib/study/cards';
import type { Deck } from '@/lib/study/deck';
import { idle } from './idle';
import { loadCards, loadDeck } from './library-files';
import type { StudySubject } from './study';

/** A card and the subject of its deck. */
export interface SessionCard {
  id: number;
  subject: StudySubject;
}

/** The cards of a picked subject. */
export interface PickedDeck {
  subject: StudySubject;
  deck: Deck;
}

/** The decks of `subjects` that could be loaded, by subject, to show which cards are due. */
export function useDecks(subjects: readonly string[]): ReadonlyMap<string, Deck> {
  const [decks, setDecks] = useState<ReadonlyMap<string, Deck>>(new Map());
  const wanted = subjects.join(' ');
  useEffect(() => {
    let current = true;
    const names = wanted.split(' ').filter(Boolean);
    const load = async () => {
      // The numbers of cards are known already; numbers of due cards can wait until the page is idle.
      await idle();
      const results = await Promise.allSettled(
        names.map(async (name) => [name, await loadDeck(name)] as const),
      );
      const loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      if (current) setDecks(new Map(loaded));
    };
    void load();
    return () => {
      current = false;
    };
  }, [wanted]);
  return decks;
}

/** The reader's selection. */
export interface Pick {
  subjects: ReadonlySet<string>;
  saved: boolean;
}

/**
 * Loads the decks of the selected subjects and of saved questions. A card in several decks is in the first
 * one only.
 *
 * @param savedIds ids of the saved questions
 * @throws Error if something cannot be loaded
 */
export async function loadPicked(
  { subjects, saved }: Pick,
  savedIds: () => Promise<readonly number[]>,
  known: readonly StudySubject[],
): Promise<PickedDeck[]> {
  const whole = known.filter(({ slug }) => subjects.has(slug));
  const decks = await Promise.all(
    whole.map(async (subject) => ({ subject, deck: await loadDeck(subject.slug) })),
  );
  const ofSaved = saved ? decksBySubject(await loadCards(await savedIds()), known) : [];
  const taken = new Set<number>();
  return [...decks, ...ofSaved]
    .map(({ subject, deck }) => {
      const others = deck.filter((id) => !taken.has(id));
      for (const id of others) taken.add(id);
      return { subject, deck: others };
    })
    .filter(({ deck }) => deck.length > 0);
}

function decksBySubject(cards: readonly Card[], known: readonly StudySubject[]): PickedDeck[] {
  return known.map((subject) => ({
    subject,
    deck: cards
      .filter(({ address }) => parseQuestionPath(address)?.subject === subject.slug)
      .map(({ id }) => id),
  }));
}

/** Takes cards from the decks alternately, so that a session mixes subjects. */
export function mixCards(decks: readonly PickedDeck[]): SessionCard[] {
  const rows = decks.flatMap(({ subject, deck }) =>
    deck.map((id, turn) => ({ turn, card: { id, subject } })),
  );
  return rows.sort((a, b) => a.turn - b.turn).map(({ card }) => card);
}

/**
 * Decks with their cards, for Anki.
 *
 * @param onProgress called with the number of loaded cards and of all cards
 * @throws Error if a card cannot be loaded
 */
export async function loadAnkiDecks(
  picked: readonly PickedDeck[],
  onProgress: (loaded: number, total: number) => void,
): Promise<AnkiDeck[]> {
  const ids = picked.flatMap(({ deck }) => deck);
  const cards = await loadCards(ids, (loaded) => {
    onProgress(loaded, ids.length);
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  return picked.map(({ subject: { slug, name }, deck }) => ({
    subject: slug,
    name,
    cards: deck.flatMap((id) => byId.get(id) ?? []),
  }));
}
