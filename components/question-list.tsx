import type { Catalogue, Entry } from '@/lib/catalogue/catalogue';
import { formatDay } from '@/lib/dates';

interface Props {
  entries: readonly Entry[];
  /** Given where a list mixes subjects, so that each question says which is its own. */
  catalogue?: Catalogue;
}

export function QuestionList({ entries, catalogue }: Props) {
  return (
    <ul className="rows">
      {entries.map((entry) => {
        const { name, accent } = catalogue?.subject(entry.subject.slug) ?? {};
        return (
          <li key={entry.address} data-accent={accent}>
            <a href={entry.address} className="card-link">
              {entry.title}
            </a>
            <p>
              {name !== undefined && (
                <>
                  <span className="row-subject">{name}</span> ·{' '}
                </>
              )}
              <time dateTime={entry.date}>{formatDay(entry.date, entry.dateFormat)}</time>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
