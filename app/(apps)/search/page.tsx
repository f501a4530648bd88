import '@/app/apps.css';

import { notFound } from 'next/navigation';

import { AppRoot } from '@/components/app-root';
import { PageHead } from '@/components/page-head';
import { pageView } from '@/lib/pages/current';
import { pageMetadata, unlisted } from '@/lib/seo/metadata';
import { searchPath, site } from '@/lib/site';
import { Search } from './search';

const metadata = {
  ...pageMetadata({
    title: `Search - ${site.name}`,
    description: `Search every question of the ${site.name} library.`,
    path: searchPath,
  }),
  robots: unlisted,
};

export default async function SearchPage() {
  const { subjects, newest } = (await pageView('search')) ?? notFound();
  return (
    <div className="page search-page">
      <PageHead {...metadata} />
      <h1 className="page-title">Search</h1>
      <noscript>
        <p className="lead">
          Searching needs JavaScript. Without it, every question is found through its subject.
        </p>
      </noscript>
      <AppRoot name="search" app={Search} props={{ subjects, newest }} />
    </div>
  );
}
