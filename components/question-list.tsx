import type { Catalogue, Entry } from '@/lib/catalogue/catalogue';
import { formatDay } from '@/lib/dates';

interface Props {
  entries: readonly Entry[];
  /** Given where a list mixes subjects, so that each question says which is its own. */
  catalogue?: Catalogue;
}

export function QuestionList({ entries, catalogue }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {entries.map((entry) => (
        <li key={entry.address} className="relative py-4">
          <a href={entry.address} className="card-link text-lg leading-snug">
            {entry.title}
          </a>
          <p className="mt-1 font-ui text-sm text-muted">
            {catalogue && <>{catalogue.subject(entry.subject.slug)?.name} · </>}
            <time dateTime={entry.date}>{formatDay(entry.date, entry.dateFormat)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
