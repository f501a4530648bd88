import type { Citation } from '@/lib/seo/citations';

/** How to cite the page, closed until somebody wants to; on paper, the first way alone. */
export function Cite({ citations }: { citations: readonly Citation[] }) {
  return (
    <>
      <details className="cite">
        <summary className="quiet-summary">Cite this page</summary>
        <dl>
          {citations.map(({ style, text }) => (
            <div key={style} data-citation={style} className="citation">
              <dt className="label">{style}</dt>
              <dd data-citation-text="">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="on-paper">{citations[0]?.text}</p>
    </>
  );
}
