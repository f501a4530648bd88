import type { Citation } from '@/lib/seo/citations';

/** Citations of the page in a closed disclosure. In print, only the first style is visible. */
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
