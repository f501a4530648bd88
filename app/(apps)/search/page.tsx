import '@/app/apps.css';

import type { Metadata } from 'next';

import { QuestionList } from '@/components/question-list';
import { SubjectGrid } from '@/components/subject-grid';
import { currentCatalogue } from '@/lib/catalogue/current';
import { pageMetadata } from '@/lib/seo/metadata';
import { searchPath, site } from '@/lib/site';
import { Search } from './search';

const newestCount = 5;

export const metadata: Metadata = {
  ...pageMetadata({
    title: `Search - ${site.name}`,
    description: `Search every question of the ${site.name} library.`,
    path: searchPath,
  }),
  robots: { index: false, follow: true },
};

export default async function SearchPage() {
  const catalogue = await currentCatalogue();
  return (
    <div className="page search-page">
      <h1 className="page-title">Search</h1>
      <noscript>
        <p className="lead">
          Searching needs JavaScript. Without it, every question is found through its subject.
        </p>
      </noscript>
      <Search subjects={catalogue.subjects.map(({ slug, name }) => ({ slug, name }))}>
        <h2 className="section-title">Subjects</h2>
        <SubjectGrid subjects={catalogue.subjects} />
        <h2 className="section-title">Newest questions</h2>
        <QuestionList entries={catalogue.entries.slice(0, newestCount)} catalogue={catalogue} />
      </Search>
    </div>
  );
}
