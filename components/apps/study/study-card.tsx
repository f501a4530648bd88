import type { Card } from '@/lib/study/cards';
import { grades, type Grade } from '@/lib/study/schedule';
import { formatDuration } from '@/lib/study/duration';
import type { StudySubject } from './study';

const gradeNames: Record<Grade, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

interface Props {
  card: Card;
  /** The subject of the card's deck. */
  subject: StudySubject;
  /** Milliseconds until the card is due again, by grade; undefined while the answer is hidden. */
  waits: Record<Grade, number> | undefined;
  onReveal: () => void;
  onAnswer: (grade: Grade) => void;
}

/** The text of the link from a card to the question's page. */
const linkText: Record<Card['part'], string> = {
  short: 'Read the whole answer',
  beginning: 'Read the whole answer',
  whole: 'Open its page',
};

/** A card: the question, then its answer or the beginning of it, and the grades. */
export function StudyCard({ card, subject, waits, onReveal, onAnswer }: Props) {
  const { id, question, questionHtml, answer, part, address } = card;
  return (
    <>
      <div data-accent={subject.accent} className="card study-card min-h-64">
        <p className="label">{subject.name}</p>
        <h2
          key={id}
          dir="auto"
          tabIndex={-1}
          data-takes-focus={waits ? undefined : true}
          className="mt-2 text-xl font-bold outline-none sm:text-2xl"
        >
          {questionHtml === undefined ? (
            question
          ) : (
            <span dangerouslySetInnerHTML={{ __html: questionHtml }} />
          )}
        </h2>
        {waits && (
          <div tabIndex={-1} data-takes-focus className="mt-5 border-t border-line pt-4 outline-none">
            <div className="answer" dangerouslySetInnerHTML={{ __html: answer }} />
            <p className="mt-3 font-ui text-sm text-muted">
              {part === 'beginning' && answer !== '' && 'The beginning of the answer. '}
              <a href={address} className="source-link inline-block py-1">
                {linkText[part]}
              </a>
            </p>
          </div>
        )}
      </div>
      {waits ? (
        <div role="group" aria-label="How well did you know it?" className="mt-4 grid grid-cols-4 gap-2">
          {grades.map((grade, index) => (
            <button
              key={grade}
              type="button"
              aria-keyshortcuts={String(index + 1)}
              className="cursor-pointer rounded-lg border border-line bg-raised px-1 py-2.5 font-ui leading-tight hover:border-(--accent)"
              onClick={() => {
                onAnswer(grade);
              }}
            >
              <span className="block font-semibold">{gradeNames[grade]}</span>{' '}
              <span className="block text-sm text-muted">{formatDuration(waits[grade])}</span>
            </button>
          ))}
        </div>
      ) : (
        <div className="mt-4 font-ui">
          <button type="button" aria-keyshortcuts="Space" className="button w-full" onClick={onReveal}>
            Show the answer
          </button>
        </div>
      )}
      <p className="mt-3 text-center font-ui text-sm text-muted pointer-coarse:hidden">
        {waits ? (
          <>
            Press <Key name="1" /> to <Key name="4" />
          </>
        ) : (
          <>
            Press <Key name="Space" />
          </>
        )}
      </p>
    </>
  );
}

function Key({ name }: { name: string }) {
  return <kbd className="rounded border border-line bg-raised px-1.5 font-ui text-xs">{name}</kbd>;
}
