import { formatDay } from '@/lib/source/format-day';
import type { ListedQuestion } from '@/lib/views/links';
import { Title } from './own-direction';

export function QuestionList({ questions }: { questions: readonly ListedQuestion[] }) {
  return (
    <ul className="rows">
      {questions.map(({ address, title, date, dateFormat, subject }) => (
        <li key={address} data-accent={subject?.accent}>
          <a href={address} className="card-link">
            <Title text={title} />
          </a>
          <p>
            {subject && (
              <>
                <span className="row-subject">{subject.name}</span> ·{' '}
              </>
            )}
            <time dateTime={date}>{formatDay(date, dateFormat)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
