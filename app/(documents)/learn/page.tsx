import { notFound } from 'next/navigation';

import { Breadcrumb } from '@/components/breadcrumb';
import { StructuredData } from '@/components/structured-data';
import { PageHead } from '@/components/page-head';
import { countQuestions } from '@/components/count';
import { SubjectGrid } from '@/components/subject-grid';
import { pageView } from '@/lib/pages/current';
import { collectionGraph, learnCrumbs } from '@/lib/seo/json-ld';
import { pageMetadata } from '@/lib/seo/metadata';
import { learnPath, site, subjectPath } from '@/lib/site';

const metadata = pageMetadata({
  title: `All subjects - ${site.name}`,
  description: `Every subject of the ${site.name} library, with the number of questions answered in each.`,
  path: learnPath,
});

export default async function LearnPage() {
  const { subjects } = (await pageView('subjects')) ?? notFound();
  const listed = subjects.map(({ slug, name }) => ({ address: subjectPath(slug), title: name }));
  const count = subjects.reduce((sum, subject) => sum + subject.count, 0);
  return (
    <div className="page">
      <PageHead {...metadata} />
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
