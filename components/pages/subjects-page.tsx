import { learnCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import type { PageViews } from '@/lib/views/pages';
import { Breadcrumb } from '../breadcrumb';
import { countQuestions } from '../count';
import { StructuredData } from '../structured-data';
import { SubjectGrid } from '../subject-grid';

export function SubjectsPage(page: PageViews['subjects']) {
  const { subjects } = page;
  const count = subjects.reduce((sum, subject) => sum + subject.count, 0);
  return (
    <div className="page">
      <StructuredData graph={structuredDataOf('subjects', page)} />
      <Breadcrumb crumbs={learnCrumbs} />
      <h1 className="page-title">All subjects</h1>
      <p className="lead">
        {countQuestions(count)} in {subjects.length} subjects.
      </p>
      <SubjectGrid subjects={subjects} />
    </div>
  );
}
