import type { SubjectHead, ArchiveRange } from '@/lib/views/lists';
import { archivePath } from '@/lib/site';

/** Links to all archive pages of a subject, so that each is one click away from its newest questions. */
export function ArchiveIndex({ subject, pages }: { subject: SubjectHead; pages: readonly ArchiveRange[] }) {
  if (pages.length === 0) return null;
  return (
    <nav aria-label="All questions" className="archive-index">
      <h2 className="section-title">All {subject.name} questions</h2>
      <ol className="chips" reversed>
        {pages.toReversed().map(({ number, from, to }) => (
          <li key={number}>
            <a
              href={archivePath(subject.slug, number)}
              className="chip"
              aria-label={`Questions ${from} to ${to}`}
            >
              {from}–{to}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
