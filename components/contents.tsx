import type { Heading } from '@/lib/answer/html/headings';
import { ownDirection } from './own-direction';

/** Minimum number of headings for a table of contents. */
const enough = 3;

/** The table of contents of an answer: closed on narrow screens, beside the answer on wide ones. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  const sections = headings.filter(({ rank }) => rank <= 3);
  if (sections.length < enough) return null;
  return (
    <nav aria-label="Contents" className="toc" data-search-ignore="">
      <details>
        <summary className="quiet-summary">On this page</summary>
        <ol>
          {sections.map(({ id, text, rank }) => (
            <li key={id} className={rank === 3 ? 'toc-inner' : undefined} {...ownDirection(text)}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
