import type { Card } from './cards';
import type { Memory, Progress } from './progress';

/** A card that is still being learned comes up to this much early when there is nothing else to do. */
const learnAheadMilliseconds = 20 * 60_000;

export interface Counts {
  /** Cards whose time has come. */
  due: number;
  /** Cards that were never answered. */
  fresh: number;
}

/** How many of the cards wait to be answered at `now`. */
export function countCards(cards: readonly Card[], progress: Progress, now: number): Counts {
  const memories = cards.map(({ id }) => progress.get(id));
  return {
    due: memories.filter((memory) => memory && isDue(memory, now + learnAheadMilliseconds, now)).length,
    fresh: memories.filter((memory) => !memory).length,
  };
}

/**
 * The card to ask at `now`: those whose time has come, the longest waiting first; then new ones in the order of the
 * deck; then those still being learned whose time will come soon. Undefined when there is nothing to do.
 *
 * @param freshLeft how many new cards may still be begun
 */
export function nextCard(
  cards: readonly Card[],
  progress: Progress,
  now: number,
  freshLeft: number,
): Card | undefined {
  const known = cards
    .flatMap((card) => {
      const memory = progress.get(card.id);
      return memory ? [{ card, memory }] : [];
    })
    .sort((a, b) => a.memory.due - b.memory.due);
  const fresh = freshLeft > 0 ? cards.find(({ id }) => !progress.has(id)) : undefined;
  return (
    known.find(({ memory }) => isDue(memory, now, now))?.card ??
    fresh ??
    known.find(({ memory }) => isDue(memory, now + learnAheadMilliseconds, now))?.card
  );
}

/** When the first of the answered cards comes back; undefined when none was answered. */
export function nextDue(cards: readonly Card[], progress: Progress): number | undefined {
  const times = cards.flatMap(({ id }) => progress.get(id)?.due ?? []);
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined;
}

/** A card that is known is due all of its day, so that the hour of yesterday's session does not matter. */
function isDue({ state, due }: Memory, learningUntil: number, now: number): boolean {
  return state === 'review' ? due <= endOfDay(now) : due <= learningUntil;
}

/** The last millisecond of the reader's day. */
function endOfDay(now: number): number {
  return new Date(now).setHours(23, 59, 59, 999);
}
