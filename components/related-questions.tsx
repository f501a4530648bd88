import type { RelatedQuestion } from '@/lib/views/links';
import { Title } from './own-direction';

/** Cards with links to related questions. */
export function RelatedQuestions({ questions }: { questions: readonly RelatedQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="related" className="wide">
      <h2 id="related" className="section-title">
        Related questions
      </h2>
      <ul className="cards">
        {questions.map(({ address, title, subject }) => (
          <li key={address} data-accent={subject.accent} className="card">
            <p className="label">{subject.name}</p>
            <a href={address} className="card-link">
              <Title text={title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
