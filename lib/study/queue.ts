import type { CardState, Progress } from './progress';

/** Maximum time before its due time at which a card in the learning phase is shown if no other card is due. */
const learnAheadMilliseconds = 20 * 60_000;

export interface Counts {
  /** Number of due cards. */
  due: number;
  /** Number of new cards: those that were never reviewed. */
  newCount: number;
}

/** Counts the cards with these ids that can be reviewed at `now`. */
export function countCards(ids: readonly number[], progress: Progress, now: number): Counts {
  let due = 0;
  let newCount = 0;
  for (const id of ids) {
    const cardState = progress.get(id);
    if (!cardState) newCount += 1;
    else if (isDue(cardState, now + learnAheadMilliseconds, now)) due += 1;
  }
  return { due, newCount };
}

/**
 * The ids of the next cards at `now`, in order: due cards, earliest due time first; then new ones in the
 * order of the deck; then cards in the learning phase that are due soon.
 *
 * @param newLeft number of new cards that may be started
 */
export function nextCards(
  ids: readonly number[],
  progress: Progress,
  now: number,
  newLeft: number,
): number[] {
  const known: { id: number; cardState: CardState }[] = [];
  const newIds: number[] = [];
  for (const id of ids) {
    const cardState = progress.get(id);
    if (cardState) known.push({ id, cardState });
    else if (newIds.length < newLeft) newIds.push(id);
  }
  known.sort((a, b) => a.cardState.due - b.cardState.due);
  const due = known.filter(({ cardState }) => isDue(cardState, now, now));
  const soon = known.filter(
    ({ cardState }) => !isDue(cardState, now, now) && isDue(cardState, now + learnAheadMilliseconds, now),
  );
  return [...due.map(({ id }) => id), ...newIds, ...soon.map(({ id }) => id)];
}

/** The time at which the first of the reviewed cards is due; undefined if none was reviewed. */
export function nextDue(ids: readonly number[], progress: Progress): number | undefined {
  const times = ids.flatMap((id) => progress.get(id)?.due ?? []);
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined;
}

/**
 * Whether a card is due. In the review state, a card is due from the start of its due day, so that the hour
 * of the last session does not matter. Other cards are due at their due time.
 */
function isDue({ state, due }: CardState, learningUntil: number, now: number): boolean {
  return state === 'review' ? due <= endOfDay(now) : due <= learningUntil;
}

/** The last millisecond of the day in the reader's time zone. */
function endOfDay(now: number): number {
  return new Date(now).setHours(23, 59, 59, 999);
}
