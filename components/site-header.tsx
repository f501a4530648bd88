import { homePath, learnPath, searchPath, site, studyPath } from '@/lib/site';
import { ThemeSwitch } from './theme-switch';
import { Wordmark } from './wordmark';

export function SiteHeader() {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-2 px-5 py-3">
        <a href={homePath} aria-label={`${site.name}, home`} className="text-ink no-underline">
          <Wordmark />
        </a>
        <nav aria-label="Main" className="-mx-2 flex items-center font-ui text-[0.9375rem] max-sm:text-sm">
          <a href={learnPath} className="nav-link">
            Subjects
          </a>
          <a href={searchPath} className="nav-link" data-opens-search>
            Search
          </a>
          <a href={studyPath} className="nav-link">
            Study
          </a>
          <ThemeSwitch />
        </nav>
      </div>
    </header>
  );
}
