import type { PageViews } from '@/lib/views/pages';
import { SearchField } from '../search-field';
import { SubjectGrid } from '../subject-grid';

/** The page for every address that has none. */
export function NotFoundPage({ subjects }: PageViews['notFound']) {
  return (
    <div className="page">
      <h1 className="page-title">There is no page at this address</h1>
      <p className="lead">
        It may have moved, or the address may have a slip of the finger in it. Search for your question, or
        pick a subject.
      </p>
      <SearchField />
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
    </div>
  );
}
