import { formatDay } from '@/lib/dates';
import type { ListedQuestion } from '@/lib/pages/links';

export function QuestionList({ questions }: { questions: readonly ListedQuestion[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {questions.map(({ address, title, date, dateFormat, subjectName }) => (
        <li key={address} className="relative py-4">
          <a href={address} className="card-link text-lg leading-snug">
            {title}
          </a>
          <p className="mt-1 font-ui text-sm text-muted">
            {subjectName !== undefined && <>{subjectName} · </>}
            <time dateTime={date}>{formatDay(date, dateFormat)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
