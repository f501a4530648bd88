import { useEffect, useRef } from 'react';

import type { Deck } from '@/lib/study/deck';
import type { Progress } from '@/lib/study/progress';
import { countCards } from '@/lib/study/queue';
import type { Pick } from './decks';
import { useNow } from './now';
import type { StudySubject } from './study';

interface Props {
  subjects: readonly StudySubject[];
  /** Decks that are loaded. */
  decks: ReadonlyMap<string, Deck>;
  progress: Progress;
  /** Addresses of the saved questions. */
  saved: readonly string[];
  /** Ids of the saved questions that have been looked up. */
  savedIds: readonly number[];
  pick: Pick;
  /** Message about the reader's last action. */
  message: string;
  /** Whether the reader returns from a session, so that the heading takes the focus. */
  takesFocus: boolean;
  onPick: (pick: Pick) => void;
  onStart: () => void;
  onAnki: (pick: Pick) => void;
}

/** The subjects and saved questions to study, with the number of due cards. */
export function Overview(props: Props) {
  const { subjects, decks, progress, saved, savedIds, pick, message, takesFocus } = props;
  const { onPick, onStart, onAnki } = props;
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  const toggle = (slug: string) => {
    const next = new Set(pick.subjects);
    if (!next.delete(slug)) next.add(slug);
    onPick({ ...pick, subjects: next });
  };
  const pickedIds = new Set([
    ...(pick.saved ? savedIds : []),
    ...[...pick.subjects].flatMap((slug) => decks.get(slug) ?? []),
  ]);

  return (
    <>
      <p className="lead">
        Read a question, think of the answer, then see how close you were. Each question comes back just
        before you would forget it.
      </p>
      <h2 id="pick" ref={heading} tabIndex={-1} className="section-title outline-none">
        What to study
      </h2>
      <ul className="cards wide">
        <li className="card">
          <Choice
            name="Saved questions"
            detail={
              saved.length > 0
                ? describeCards(savedIds.length, savedIds, progress, now)
                : 'No question is saved yet.'
            }
            checked={pick.saved}
            onChange={() => {
              onPick({ ...pick, saved: !pick.saved });
            }}
          />
        </li>
        {subjects.map(({ slug, name, accent, cardCount }) => (
          <li key={slug} data-accent={accent} className="card flex items-start justify-between gap-3">
            <Choice
              name={name}
              detail={describeCards(cardCount, decks.get(slug), progress, now)}
              checked={pick.subjects.has(slug)}
              onChange={() => {
                toggle(slug);
              }}
            />
            <button
              type="button"
              aria-label={`Download for Anki: ${name}`}
              className="shrink-0 cursor-pointer rounded px-1.5 py-1 font-ui text-sm text-muted underline decoration-(--accent-line) underline-offset-4 hover:text-(--accent)"
              onClick={() => {
                onAnki({ subjects: new Set([slug]), saved: false });
              }}
            >
              Anki
            </button>
          </li>
        ))}
      </ul>
      <div className="action-bar wide mt-6 font-ui">
        <div className="flex flex-wrap items-center gap-3">
          <button type="button" className="button" onClick={onStart}>
            Start studying
          </button>
          <button
            type="button"
            className="button-quiet cursor-pointer"
            onClick={() => {
              onAnki(pick);
            }}
          >
            Download for Anki
          </button>
        </div>
        <p role="status" className="mt-2 min-h-5 text-sm leading-snug text-muted">
          {message === '' ? describePick(pick, [...pickedIds], progress, now) : message}
        </p>
      </div>
    </>
  );
}

interface ChoiceProps {
  name: string;
  detail: string;
  checked: boolean;
  onChange: () => void;
}

function Choice({ name, detail, checked, onChange }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-1 cursor-pointer gap-3 font-ui">
      <input
        type="checkbox"
        className="mt-0.5 size-6 shrink-0 accent-(--accent)"
        checked={checked}
        onChange={onChange}
      />
      <span className="min-w-0">
        <span className="block text-[1.0625rem] leading-snug font-semibold">{name}</span>
        <span className="mt-0.5 block text-sm text-muted">{detail}</span>
      </span>
    </label>
  );
}

function describeCards(
  count: number,
  ids: readonly number[] | undefined,
  progress: Progress,
  now: number,
): string {
  const all = `${count.toLocaleString('en')} ${count === 1 ? 'card' : 'cards'}`;
  const { due, newCount } = countCards(ids ?? [], progress, now);
  return ids && newCount < ids.length ? `${all} · ${due} due · ${newCount} new` : all;
}

function describePick(pick: Pick, ids: readonly number[], progress: Progress, now: number): string {
  if (!pick.saved && pick.subjects.size === 0) return 'Pick what you want to learn.';
  if (ids.length === 0) return '';
  const { due, newCount } = countCards(ids, progress, now);
  return `Picked: ${due} due, ${newCount} new`;
}
