import type { Memory, Progress } from './progress';

/** A card that is still being learned comes up to this much early when there is nothing else to do. */
const learnAheadMilliseconds = 20 * 60_000;

export interface Counts {
  /** Cards whose time has come. */
  due: number;
  /** Cards that were never answered. */
  fresh: number;
}

/** How many of the cards with these ids wait to be answered at `now`. */
export function countCards(ids: readonly number[], progress: Progress, now: number): Counts {
  let due = 0;
  let fresh = 0;
  for (const id of ids) {
    const memory = progress.get(id);
    if (!memory) fresh += 1;
    else if (isDue(memory, now + learnAheadMilliseconds, now)) due += 1;
  }
  return { due, fresh };
}

/**
 * The ids of the cards to ask at `now`, in their order: those whose time has come, the longest waiting first; then new
 * ones in the order of the deck; then those still being learned whose time will come soon.
 *
 * @param freshLeft how many new cards may still be begun
 */
export function nextCards(
  ids: readonly number[],
  progress: Progress,
  now: number,
  freshLeft: number,
): number[] {
  const known: { id: number; memory: Memory }[] = [];
  const fresh: number[] = [];
  for (const id of ids) {
    const memory = progress.get(id);
    if (memory) known.push({ id, memory });
    else if (fresh.length < freshLeft) fresh.push(id);
  }
  known.sort((a, b) => a.memory.due - b.memory.due);
  const due = known.filter(({ memory }) => isDue(memory, now, now));
  const soon = known.filter(
    ({ memory }) => !isDue(memory, now, now) && isDue(memory, now + learnAheadMilliseconds, now),
  );
  return [...due.map(({ id }) => id), ...fresh, ...soon.map(({ id }) => id)];
}

/** When the first of the answered cards comes back; undefined when none was answered. */
export function nextDue(ids: readonly number[], progress: Progress): number | undefined {
  const times = ids.flatMap((id) => progress.get(id)?.due ?? []);
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
