import { useEffect, useState } from 'react';

import { parseQuestionPath } from '@/lib/site';
import type { AnkiDeck } from '@/lib/study/anki';
import type { Card } from '@/lib/study/cards';
import type { Deck } from '@/lib/study/deck';
import { idle } from './idle';
import { loadCards, loadDeck } from './library-files';
import type { StudySubject } from './study';

/** A card to ask, and the subject in whose deck it is. */
export interface SessionCard {
  id: number;
  subject: StudySubject;
}

/** The cards of a subject that a reader picked. */
export interface PickedDeck {
  subject: StudySubject;
  deck: Deck;
}

/** The decks of `subjects` as far as they can be loaded, by subject: for showing what is due before one is picked. */
export function useDecks(subjects: readonly string[]): ReadonlyMap<string, Deck> {
  const [decks, setDecks] = useState<ReadonlyMap<string, Deck>>(new Map());
  const wanted = subjects.join(' ');
  useEffect(() => {
    let current = true;
    const names = wanted.split(' ').filter(Boolean);
    const load = async () => {
      // How many cards there are is known; which of them are due can come after what the reader waits for.
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

/** What a reader picked to study. */
export interface Pick {
  subjects: ReadonlySet<string>;
  saved: boolean;
}

/**
 * Decks of what was picked, each card in the first that has it: those of the subjects whole, and those of saved questions.
 *
 * @param savedIds ids of the saved questions
 * @throws Error when something cannot be loaded
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

/** The cards of decks, turn and turn about, so that a session mixes subjects. */
export function mixCards(decks: readonly PickedDeck[]): SessionCard[] {
  const rows = decks.flatMap(({ subject, deck }) =>
    deck.map((id, turn) => ({ turn, card: { id, subject } })),
  );
  return rows.sort((a, b) => a.turn - b.turn).map(({ card }) => card);
}

/**
 * Decks with their cards, for Anki.
 *
 * @param onProgress is told how many of the cards were loaded, and of how many
 * @throws Error when one cannot be loaded
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
