import { QuestionList } from '@/components/question-list';
import { SearchField } from '@/components/search-field';
import { StructuredData } from '@/components/structured-data';
import { SubjectGrid } from '@/components/subject-grid';
import { currentCatalogue } from '@/lib/catalogue/current';
import { pageMetadata } from '@/lib/seo/metadata';
import { homePath, site } from '@/lib/site';
import { homeGraph } from '@/lib/seo/json-ld';

const newestCount = 10;

export const metadata = pageMetadata({
  title: `${site.name}: ${site.tagline.toLowerCase()}`,
  description: site.description,
  path: homePath,
});

export default async function HomePage() {
  const catalogue = await currentCatalogue();
  const count = catalogue.entries.length.toLocaleString('en');
  return (
    <div className="page">
      <StructuredData graph={homeGraph()} />
      <h1 className="hero-title">{site.tagline}</h1>
      <p className="lead">
        {count} questions from {catalogue.subjects.length} subjects, each on a page of its own, with a clear
        answer and the way on to related ones.
      </p>
      <SearchField />
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={catalogue.subjects} />
      <h2 className="section-title">Newest questions</h2>
      <QuestionList entries={catalogue.entries.slice(0, newestCount)} catalogue={catalogue} />
    </div>
  );
}
