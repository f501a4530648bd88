import type { PageViews } from '@/lib/views/pages';
import { AppRoot } from '../apps/app-root';
import { Search } from '../apps/search/search';

export function SearchPage({ subjects, newest }: PageViews['search']) {
  return (
    <div className="page search-page">
      <h1 className="page-title first-title">Search</h1>
      <noscript>
        <p className="lead">
          Searching needs JavaScript. Without it, every question is found through its subject.
        </p>
      </noscript>
      <AppRoot name="search" app={Search} props={{ subjects, newest }} />
    </div>
  );
}
