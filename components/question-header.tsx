import type { Entry } from '@/lib/catalogue/catalogue';
import { formatDay } from '@/lib/dates';

/** Words that a student reads in a minute. */
const readingSpeed = 200;

export function QuestionHeader({ entry, wordCount }: { entry: Entry; wordCount: number }) {
  return (
    <header className="mb-8">
      <h1 className="page-title" data-pagefind-meta="title">
        {entry.question}
      </h1>
      <p className="mt-4 font-ui text-sm text-muted" data-pagefind-ignore>
        {entry.postOnText} <time dateTime={entry.date}>{formatDay(entry.date, entry.dateFormat)}</time> by{' '}
        {entry.author}{' '}
        <span className="whitespace-nowrap">
          · {Math.max(1, Math.round(wordCount / readingSpeed))} min read
        </span>
      </p>
    </header>
  );
}
