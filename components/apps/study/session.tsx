import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import { countCards, nextCard, nextDue } from '@/lib/study/queue';
import { grades, previewWaits, type Grade } from '@/lib/study/schedule';
import { describeWait } from '@/lib/study/wait';
import { recordAnswer, useProgress } from './reader-data';
import type { SubjectCard } from './decks';
import { SessionEnd } from './session-end';
import { StudyCard } from './study-card';

/** New cards in one go: more would all come back on the same days. */
const freshPerSession = 20;

interface Props {
  cards: readonly SubjectCard[];
  onLeave: () => void;
}

/** One card after the other, until none is due. */
export function Session({ cards, onLeave }: Props) {
  const { progress } = useProgress();
  const [now, setNow] = useState(() => Date.now());
  const [freshLeft, setFreshLeft] = useState(freshPerSession);
  const [current, setCurrent] = useState(() => nextOf(cards, progress, now, freshLeft));
  const [isRevealed, setRevealed] = useState(false);
  const [answered, setAnswered] = useState(0);
  const [isStored, setStored] = useState(true);
  const frame = useRef<HTMLElement>(null);

  // What the reader has to read next takes the focus, so that a screen reader reads it and the keys work.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  }, [answered, isRevealed, current]);

  const goOn = (freshAllowed: number) => {
    setFreshLeft(freshAllowed);
    setRevealed(false);
  };
  const reveal = () => {
    setNow(Date.now());
    setRevealed(true);
  };
  const answer = (grade: Grade) => {
    if (!current) return;
    const left = progress.has(current.id) ? freshLeft : freshLeft - 1;
    const recorded = recordAnswer(current, grade, now);
    goOn(left);
    setStored(recorded.stored);
    setAnswered(answered + 1);
    setCurrent(nextOf(cards, recorded.progress, now, left));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (event.key === ' ' && !isRevealed && !onControl) {
      event.preventDefault();
      reveal();
    }
    const grade = grades[Number(event.key) - 1];
    if (grade && isRevealed) answer(grade);
  };

  const { due, fresh } = countCards(cards, progress, now);
  return (
    <section
      ref={frame}
      aria-label="Session"
      className="mt-6 outline-none"
      // A click beside the buttons must not take the keys away.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="mb-3 flex items-center justify-between gap-4 font-ui text-sm text-muted">
        <p>
          {due} due, {Math.min(fresh, freshLeft)} new
        </p>
        <button type="button" className="button-quiet cursor-pointer" onClick={onLeave}>
          End session
        </button>
      </div>
      {current ? (
        <StudyCard
          card={current}
          waits={isRevealed ? previewWaits(progress.get(current.id), now) : undefined}
          onReveal={reveal}
          onAnswer={answer}
        />
      ) : (
        <SessionEnd
          answered={answered}
          wait={describeNext(nextDue(cards, progress), now)}
          freshLeft={Math.min(fresh, freshPerSession)}
          onMore={() => {
            goOn(freshPerSession);
            setCurrent(nextOf(cards, progress, now, freshPerSession));
          }}
          onLeave={onLeave}
        />
      )}
      <p role="status" className="mt-4 font-ui text-sm text-ink">
        {!isStored && 'This browser does not keep your progress. Export it before you close the page.'}
      </p>
    </section>
  );
}

function nextOf(
  cards: readonly SubjectCard[],
  ...rest: Parameters<typeof nextCard> extends [unknown, ...infer Rest] ? Rest : never
): SubjectCard | undefined {
  const next = nextCard(cards, ...rest);
  return cards.find(({ id }) => id === next?.id);
}

function describeNext(due: number | undefined, now: number): string | undefined {
  return due === undefined ? undefined : describeWait(due - now);
}
