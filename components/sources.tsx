import type { Source } from '@/lib/source/schema';

/** Sources of the facts in an answer. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="sources" data-search-ignore="">
      <h2 id="sources" className="label">
        Sources
      </h2>
      <ol>
        {sources.map(({ title, url, year }) => (
          <li key={url + title}>
            <a href={url} className="source-link">
              {title}
            </a>
            {year !== undefined && `, ${writeYear(year)}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

function writeYear(year: number): string {
  return year < 0 ? `${-year} BCE` : String(year);
}
