import { SearchField } from '@/components/search-field';
import { SubjectGrid } from '@/components/subject-grid';
import { pageView } from '@/lib/pages/current';

export default async function NotFound() {
  const { subjects } = (await pageView('notFound')) ?? { subjects: [] };
  return (
    <div className="page">
      <title>Page not found</title>
      <meta name="description" content="There is no page at this address." />
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
