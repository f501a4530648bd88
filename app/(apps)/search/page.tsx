import type { Metadata } from 'next';

import { SubjectGrid } from '@/components/subject-grid';
import { currentCatalogue } from '@/lib/catalogue/current';
import { pageMetadata } from '@/lib/seo/metadata';
import { searchPath, site } from '@/lib/site';
import { Search } from './search';

export const metadata: Metadata = {
  ...pageMetadata({
    title: `Search - ${site.name}`,
    description: `Search every question of the ${site.name} library.`,
    path: searchPath,
  }),
  robots: { index: false, follow: true },
};

export default async function SearchPage() {
  const { subjects } = await currentCatalogue();
  return (
    <div className="page">
      <h1 className="page-title">Search</h1>
      <Search />
      <noscript>
        <p className="lead">
          Searching needs JavaScript. Without it, every question is found through its subject.
        </p>
      </noscript>
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
    </div>
  );
}
