import { structuredDataOf } from '@/lib/seo/structured-data';
import { site } from '@/lib/site';
import type { PageViews } from '@/lib/views/pages';
import { QuestionList } from '../question-list';
import { SearchField } from '../search-field';
import { StructuredData } from '../structured-data';
import { SubjectGrid } from '../subject-grid';

export function HomePage(page: PageViews['home']) {
  const { count, subjects, newest } = page;
  return (
    <div className="page">
      <StructuredData graph={structuredDataOf('home', page)} />
      <h1 className="hero-title">{site.tagline}</h1>
      <p className="lead">
        {count.toLocaleString('en')} questions from {subjects.length} subjects, each on its own page, with a
        clear answer and links to related questions.
      </p>
      <SearchField />
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
      <h2 className="section-title">Newest questions</h2>
      <QuestionList questions={newest} />
    </div>
  );
}
