import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { countCards, nextCards, nextDue } from '@/lib/study/queue';
import { grades, previewWaits, type Grade } from '@/lib/study/schedule';
import { formatDuration } from '@/lib/study/duration';
import type { SessionCard } from './decks';
import { loadCards } from './library-files';
import { MissingCard } from './missing-card';
import { recordAnswer, useProgress } from './reader-data';
import { SessionEnd } from './session-end';
import { StudyCard } from './study-card';
import { useCard } from './use-card';

/** Maximum number of new cards in a session. More would all become due on the same days. */
const newPerSession = 20;

/** Number of cards that are loaded in advance. */
const cardsAhead = 10;

interface Props {
  cards: readonly SessionCard[];
  onLeave: () => void;
}

/** Shows one card after another until none is due. */
export function Session({ cards, onLeave }: Props) {
  const { progress } = useProgress();
  const [now, setNow] = useState(() => Date.now());
  const [newLeft, setNewLeft] = useState(newPerSession);
  const [isRevealed, setRevealed] = useState(false);
  const [answered, setAnswered] = useState(0);
  const [isStored, setStored] = useState(true);
  const frame = useRef<HTMLElement>(null);

  const subjects = useMemo(() => new Map(cards.map(({ id, subject }) => [id, subject])), [cards]);
  const [ids, setIds] = useState(() => [...subjects.keys()]);
  const [queue, setQueue] = useState(() => nextCards(ids, progress, now, newLeft));
  const [current] = queue;
  const subject = current === undefined ? undefined : subjects.get(current);
  const [loaded, retry] = useCard(current);

  useEffect(() => {
    // A card that cannot be loaded now is loaded when it is shown.
    loadCards(queue.slice(1, 1 + cardsAhead)).catch(() => undefined);
  }, [queue]);

  // Moves the focus to the next text, so that screen readers read it and keys work.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  }, [answered, isRevealed, current, loaded.state]);

  const reveal = () => {
    setNow(Date.now());
    setRevealed(true);
  };
  const answer = (grade: Grade) => {
    if (current === undefined || !subject) return;
    const left = progress.has(current) ? newLeft : newLeft - 1;
    const recorded = recordAnswer({ id: current, subject }, grade, now);
    setStored(recorded.stored);
    setNewLeft(left);
    setRevealed(false);
    setAnswered(answered + 1);
    setQueue(nextCards(ids, recorded.progress, now, left));
  };
  const skip = () => {
    const others = ids.filter((id) => id !== current);
    setIds(others);
    setQueue(nextCards(others, progress, now, newLeft));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (event.key === ' ' && !isRevealed && !onControl && loaded.state === 'ready') {
      event.preventDefault();
      reveal();
    }
    const grade = grades[Number(event.key) - 1];
    if (grade && isRevealed) answer(grade);
  };

  const { due, newCount } = countCards(ids, progress, now);
  return (
    <section
      ref={frame}
      aria-label="Session"
      className="mt-6 outline-none"
      // A click beside the buttons must keep the focus here, so that keys still work.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="mb-3 flex items-center justify-between gap-4 font-ui text-sm text-muted">
        <p>
          {due} due, {Math.min(newCount, newLeft)} new
        </p>
        <button type="button" className="button-quiet cursor-pointer" onClick={onLeave}>
          End session
        </button>
      </div>
      {current === undefined || !subject ? (
        <SessionEnd
          answered={answered}
          wait={describeNext(nextDue(ids, progress), now)}
          newLeft={Math.min(newCount, newPerSession)}
          onMore={() => {
            setNewLeft(newPerSession);
            setQueue(nextCards(ids, progress, now, newPerSession));
          }}
          onLeave={onLeave}
        />
      ) : loaded.state === 'ready' ? (
        <StudyCard
          card={loaded.card}
          subject={subject}
          waits={isRevealed ? previewWaits(progress.get(current), now) : undefined}
          onReveal={reveal}
          onAnswer={answer}
        />
      ) : (
        <MissingCard state={loaded.state} onRetry={retry} onSkip={skip} />
      )}
      <p role="status" className="mt-4 font-ui text-sm text-ink">
        {!isStored && 'This browser does not keep your progress. Export it before you close the page.'}
      </p>
    </section>
  );
}

function describeNext(due: number | undefined, now: number): string | undefined {
  return due === undefined ? undefined : formatDuration(due - now);
}
