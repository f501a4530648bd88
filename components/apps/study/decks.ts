import { useEffect, useState } from 'react';

import { deckPath, parseQuestionPath } from '@/lib/site';
import { parseDeck, type Card, type Deck } from '@/lib/study/cards';
import { idle } from './idle';
import type { StudySubject } from './study';

/** A card, and the subject in whose deck it is. */
export interface SubjectCard extends Card {
  subject: StudySubject;
}

const loading = new Map<string, Promise<Deck>>();

/** A subject's deck, loaded once. Rejects when it cannot be loaded, and tries again the next time. */
export function loadDeck(subject: string): Promise<Deck> {
  let deck = loading.get(subject);
  if (!deck) {
    deck = fetchDeck(subject);
    loading.set(subject, deck);
    deck.catch(() => loading.delete(subject));
  }
  return deck;
}

async function fetchDeck(subject: string): Promise<Deck> {
  const response = await fetch(deckPath(subject));
  if (!response.ok) throw new Error(`${deckPath(subject)} answered ${response.status}`);
  return parseDeck(await response.json());
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
      const results = await Promise.allSettled(names.map(loadDeck));
      const loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      if (current) setDecks(new Map(loaded.map((deck) => [deck.subject, deck])));
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
 * Decks of what was picked: those of the subjects whole, those of saved questions with these alone.
 *
 * @throws Error when one cannot be loaded
 */
export async function loadPicked(
  { subjects, saved }: Pick,
  savedAddresses: readonly string[],
  known: readonly StudySubject[],
): Promise<Deck[]> {
  const wanted = new Set(saved ? savedAddresses : []);
  const ofSaved = new Set([...wanted].flatMap((address) => parseQuestionPath(address)?.subject ?? []));
  const needed = known.filter(({ slug }) => subjects.has(slug) || ofSaved.has(slug));
  const decks = await Promise.all(needed.map(({ slug }) => loadDeck(slug)));
  return decks
    .map((deck) =>
      subjects.has(deck.subject)
        ? deck
        : { ...deck, cards: deck.cards.filter(({ address }) => wanted.has(address)) },
    )
    .filter(({ cards }) => cards.length > 0);
}

/** The cards of decks, turn and turn about, so that a session mixes subjects. */
export function mixCards(decks: readonly Deck[], known: readonly StudySubject[]): SubjectCard[] {
  const rows = decks.flatMap((deck) => {
    const subject = known.find(({ slug }) => slug === deck.subject);
    return subject ? deck.cards.map((card, turn) => ({ turn, card: { ...card, subject } })) : [];
  });
  return rows.sort((a, b) => a.turn - b.turn).map(({ card }) => card);
}
