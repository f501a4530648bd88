import type { PageViews } from '@/lib/views/pages';
import { SearchField } from '../search-field';
import { SubjectGrid } from '../subject-grid';

/** The page for unknown addresses. */
export function NotFoundPage({ subjects }: PageViews['notFound']) {
  return (
    <div className="page">
      <h1 className="page-title first-title">There is no page at this address</h1>
      <p className="lead">
        It may have moved, or the address may contain a typing error. Search for your question, or choose a
        subject.
      </p>
      <SearchField />
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
    </div>
  );
}
