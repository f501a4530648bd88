import type { Subject } from '@/lib/catalogue/catalogue';
import { subjectPath } from '@/lib/site';
import { countQuestions } from './count';

export function SubjectGrid({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {subjects.map(({ slug, name, description, accent, count }) => (
        <li key={slug} data-accent={accent} className="card relative">
          <a href={subjectPath(slug)} className="card-link font-ui font-semibold">
            {name}
          </a>
          {description !== undefined && (
            <p className="mt-1 text-[0.9375rem] leading-snug text-muted">{description}</p>
          )}
          <p className="mt-2 font-ui text-sm text-muted">{countQuestions(count)}</p>
        </li>
      ))}
    </ul>
  );
}
