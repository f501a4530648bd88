import type { ArchiveView } from '@/lib/views/lists';
import { archivePath, subjectPath } from '@/lib/site';

/** Links only to the adjacent pages, so that an archive page does not change when the archive grows. */
export function ArchivePager({
  subject,
  number,
  isLast,
}: Pick<ArchiveView, 'subject' | 'number' | 'isLast'>) {
  return (
    <nav aria-label="Pages" className="pager">
      {isLast ? (
        <a href={subjectPath(subject.slug)} className="button-quiet">
          ← Newest questions
        </a>
      ) : (
        <a href={archivePath(subject.slug, number + 1)} rel="prev" className="button-quiet">
          ← Newer questions
        </a>
      )}
      {number > 1 && (
        <a href={archivePath(subject.slug, number - 1)} rel="next" className="button-quiet">
          Older questions →
        </a>
      )}
    </nav>
  );
}
