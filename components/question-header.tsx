import type { Entry } from '@/lib/catalogue/catalogue';
import { formatDay } from '@/lib/dates';

export function QuestionHeader({ entry }: { entry: Entry }) {
  return (
    <header className="mb-8">
      <h1 className="page-title" data-pagefind-meta="title">
        {entry.question}
      </h1>
      <p className="mt-4 font-ui text-sm text-muted" data-pagefind-ignore>
        {entry.postOnText} <time dateTime={entry.date}>{formatDay(entry.date, entry.dateFormat)}</time> by{' '}
        {entry.author}
      </p>
    </header>
  );
}
