import type { SubjectView } from '@/lib/views/lists';
import { indexPath, topicPath } from '@/lib/site';

/** Links to a subject's index and topics. */
export function SubjectWays({ subject, topics }: Pick<SubjectView, 'subject' | 'topics'>) {
  return (
    <nav aria-label={`Ways through ${subject.name}`} className="ways">
      <ul className="chips">
        <li>
          <a href={indexPath(subject.slug)} className="chip">
            A to Z
          </a>
        </li>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={topicPath(subject.slug, slug)} className="chip">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
