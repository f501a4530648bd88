import type { Citation } from '@/lib/seo/citations';

/** How to cite the page, closed until somebody wants to. */
export function Cite({ citations }: { citations: readonly Citation[] }) {
  return (
    <details className="mt-8 font-ui text-sm">
      <summary className="quiet-summary">Cite this page</summary>
      <dl className="mt-3 space-y-4">
        {citations.map(({ style, text }) => (
          <div key={style} data-citation={style} className="citation">
            <dt className="label">{style}</dt>
            <dd
              data-citation-text=""
              className={style === 'BibTeX' ? 'font-code whitespace-pre-wrap' : undefined}
            >
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
