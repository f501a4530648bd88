import type { Entry } from '@/lib/catalogue/catalogue';
import { formatDay } from '@/lib/dates';

export function QuestionHeader({ entry }: { entry: Entry }) {
  return (
    <header className="mb-8" data-search-ignore>
      <h1 className="page-title">{entry.question}</h1>
      <p className="mt-4 font-ui text-sm text-muted">
        {entry.postOnText} <time dateTime={entry.date}>{formatDay(entry.date, entry.dateFormat)}</time> by{' '}
        {entry.author}
      </p>
    </header>
  );
}
