import type { Subject } from '@/lib/catalogue/catalogue';
import { subjectPath } from '@/lib/site';
import { countQuestions } from './count';

export function SubjectGrid({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <ul className="cards wide">
      {subjects.map(({ slug, name, description, accent, count }) => (
        <li key={slug} data-accent={accent} className="card">
          <a href={subjectPath(slug)} className="card-link subject-name">
            {name}
          </a>
          {description !== undefined && <p className="card-text">{description}</p>}
          <p className="card-foot">{countQuestions(count)}</p>
        </li>
      ))}
    </ul>
  );
}
