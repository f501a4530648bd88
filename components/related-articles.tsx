import type { Catalogue, Entry } from '@/lib/catalogue/catalogue';

/** Cards that lead on to other questions. */
export function RelatedArticles({ entries, catalogue }: { entries: readonly Entry[]; catalogue: Catalogue }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="related" className="wide">
      <h2 id="related" className="section-title">
        Related questions
      </h2>
      <ul className="cards">
        {entries.map(({ address, title, subject }) => {
          const { name, accent } = catalogue.subject(subject.slug) ?? {};
          return (
            <li key={address} data-accent={accent} className="card">
              <p className="label">{name}</p>
              <a href={address} className="card-link">
                {title}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
