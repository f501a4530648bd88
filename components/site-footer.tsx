import { learnPath, searchPath, site } from '@/lib/site';

export function SiteFooter() {
  return (
    <footer className="mt-20 border-t border-line font-ui text-sm text-muted">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-8 gap-y-3 px-5 py-8">
        <p>
          {site.name}. {site.tagline}.
        </p>
        <nav aria-label="Footer" className="flex gap-x-6">
          <a href={learnPath} className="quiet-link py-1">
            All subjects
          </a>
          <a href={searchPath} className="quiet-link py-1">
            Search
          </a>
        </nav>
      </div>
    </footer>
  );
}
