import type { ArchivePage } from '@/lib/catalogue/archive';
import type { Entry, Subject } from '@/lib/catalogue/catalogue';
import { archivePath, subjectPath } from '@/lib/site';

interface Props {
  subject: Subject;
  page: ArchivePage<Entry>;
  /** Whether the page holds the newest questions. */
  isLast: boolean;
}

/** Names only the pages beside it, so that a page of the archive stays as it is while the archive grows. */
export function ArchivePager({ subject, page, isLast }: Props) {
  return (
    <nav aria-label="Pages" className="pager">
      {isLast ? (
        <a href={subjectPath(subject.slug)} className="button-quiet">
          ← Newest questions
        </a>
      ) : (
        <a href={archivePath(subject.slug, page.number + 1)} rel="prev" className="button-quiet">
          ← Newer questions
        </a>
      )}
      {page.number > 1 && (
        <a href={archivePath(subject.slug, page.number - 1)} rel="next" className="button-quiet">
          Older questions →
        </a>
      )}
    </nav>
  );
}
