import type { QuestionView } from '@/lib/views/question';
import { Title } from './own-direction';

/** Links to the previous and the next question of the subject, in order of publication. */
export function Neighbours({ subject, previous, next }: Pick<QuestionView, 'subject' | 'previous' | 'next'>) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`More in ${subject.name}`} className="neighbours wide">
      {previous && (
        <a href={previous.address} rel="prev">
          <span className="label">← Previous in {subject.name}</span>
          <Title text={previous.title} />
        </a>
      )}
      {next && (
        <a href={next.address} rel="next">
          <span className="label">Next in {subject.name} →</span>
          <Title text={next.title} />
        </a>
      )}
    </nav>
  );
}
