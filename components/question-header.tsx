import { Fragment } from 'react';

import type { Entry } from '@/lib/catalogue/entry';
import { formatDay } from '@/lib/source/format-day';
import type { QuestionView } from '@/lib/views/question';
import { Line } from './line';
import { ownDirection } from './own-direction';

/** Words per minute that a student reads. */
const readingSpeed = 200;

interface Props extends Pick<QuestionView, 'alsoIn'> {
  entry: Entry;
  wordCount: number;
  /** Day of the last change (YYYY-MM-DD), if known. */
  changedDay: string | undefined;
}

export function QuestionHeader({ entry, wordCount, changedDay, alsoIn }: Props) {
  const minutes = Math.max(1, Math.round(wordCount / readingSpeed));
  return (
    <header data-search-ignore="">
      <h1 className="page-title" {...ownDirection(entry.question)}>
        <Line text={entry.question} />
      </h1>
      <p className="byline">
        <span>
          {entry.postOnText} <Day day={entry.date} format={entry.dateFormat} /> by {entry.author}
        </span>
        {changedDay !== undefined && changedDay > entry.date && (
          <span>
            Updated <Day day={changedDay} format={entry.dateFormat} />
          </span>
        )}
        <span>{minutes} min read</span>
      </p>
      {alsoIn.length > 0 && (
        <p className="also-in">
          Also in{' '}
          {alsoIn.map(({ address, name }, index) => (
            <Fragment key={address}>
              {index > 0 && ', '}
              <a href={address}>{name}</a>
            </Fragment>
          ))}
        </p>
      )}
    </header>
  );
}

function Day({ day, format }: { day: string; format: string }) {
  return <time dateTime={day}>{formatDay(day, format)}</time>;
}
