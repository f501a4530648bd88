import { homePath, learnPath, searchPath, site } from '@/lib/site';
import { Wordmark } from './wordmark';

export function SiteHeader() {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-4 px-5 py-3">
        <a href={homePath} aria-label={`${site.name}, home`} className="text-ink no-underline">
          <Wordmark />
        </a>
        <nav aria-label="Main" className="-mx-2.5 flex gap-1 font-ui text-[0.9375rem]">
          <a href={learnPath} className="nav-link">
            Subjects
          </a>
          <a href={searchPath} className="nav-link" data-opens-search>
            Search
          </a>
        </nav>
      </div>
    </header>
  );
}
