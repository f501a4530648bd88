import { notFound } from 'next/navigation';

import { PageHead } from '@/components/page-head';
import { QuestionList } from '@/components/question-list';
import { SearchField } from '@/components/search-field';
import { StructuredData } from '@/components/structured-data';
import { SubjectGrid } from '@/components/subject-grid';
import { pageView } from '@/lib/pages/current';
import { pageMetadata } from '@/lib/seo/metadata';
import { homePath, site } from '@/lib/site';
import { homeGraph } from '@/lib/seo/json-ld';

const metadata = pageMetadata({
  title: `${site.name}: ${site.tagline.toLowerCase()}`,
  description: site.description,
  path: homePath,
});

export default async function HomePage() {
  const { count, subjects, newest } = (await pageView('home')) ?? notFound();
  return (
    <div className="page">
      <PageHead {...metadata} />
      <StructuredData graph={homeGraph()} />
      <h1 className="hero-title">{site.tagline}</h1>
      <p className="lead">
        {count.toLocaleString('en')} questions from {subjects.length} subjects, each on a page of its own,
        with a clear answer and the way on to related ones.
      </p>
      <SearchField />
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
      <h2 className="section-title">Newest questions</h2>
      <QuestionList questions={newest} />
    </div>
  );
}
