import type { QuestionView } from '@/lib/views/question';
import { topicPath } from '@/lib/site';

/** The keywords of a question, with links to topic pages. */
export function Topics({ subject, topics }: Pick<QuestionView, 'subject' | 'topics'>) {
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="topics" className="topics">
      <h2 id="topics" className="label">
        Topics
      </h2>
      <ul className="chips">
        {topics.map(({ name, slug }) => (
          <li key={name}>
            {slug === undefined ? (
              <span className="chip">{name}</span>
            ) : (
              <a href={topicPath(subject.slug, slug)} className="chip">
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
