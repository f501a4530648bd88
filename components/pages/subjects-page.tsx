import { collectionGraph, learnCrumbs } from '@/lib/seo/json-ld';
import { subjectPath } from '@/lib/site';
import type { PageViews } from '@/lib/views/pages';
import { Breadcrumb } from '../breadcrumb';
import { countQuestions } from '../count';
import { StructuredData } from '../structured-data';
import { SubjectGrid } from '../subject-grid';

export function SubjectsPage({ subjects }: PageViews['subjects']) {
  const listed = subjects.map(({ slug, name }) => ({ address: subjectPath(slug), title: name }));
  const count = subjects.reduce((sum, subject) => sum + subject.count, 0);
  return (
    <div className="page">
      <StructuredData graph={collectionGraph('All subjects', learnCrumbs, listed)} />
      <Breadcrumb crumbs={learnCrumbs} />
      <h1 className="page-title">All subjects</h1>
      <p className="lead">
        {countQuestions(count)} in {subjects.length} subjects.
      </p>
      <SubjectGrid subjects={subjects} />
    </div>
  );
}
