import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Deck } from './cards';

/**
 * A deck for every subject that has a question with a short answer, in the order of the catalogue. A question in several
 * subjects has one card, in the subject of its canonical address.
 */
export function decksOf(catalogue: Catalogue): Deck[] {
  const decks = catalogue.subjects.map(({ slug, name }) => ({
    subject: slug,
    name,
    cards: catalogue
      .inSubject(slug)
      .filter((entry) => catalogue.canonical(entry) === entry)
      .flatMap(({ id, address, question, shortAnswer }) =>
        shortAnswer === undefined ? [] : [{ id, address, question, answer: shortAnswer }],
      )
      .reverse(),
  }));
  return decks.filter(({ cards }) => cards.length > 0);
}
