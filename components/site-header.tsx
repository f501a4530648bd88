import type { MenuSubject } from '@/lib/catalogue/menu';
import { homePath, searchPath, site, studyPath } from '@/lib/site';
import { SubjectMenu } from './subject-menu';
import { ThemeSwitch } from './theme-switch';
import { Wordmark } from './wordmark';

export function SiteHeader({ subjects }: { subjects: readonly MenuSubject[] }) {
  return (
    <header className="site-header">
      <a href={homePath} aria-label={`${site.name}, home`} className="wordmark">
        <Wordmark />
      </a>
      <nav aria-label="Main">
        <SubjectMenu subjects={subjects} />
        <a href={searchPath} className="nav-link" data-opens-search="">
          Search
        </a>
        <a href={studyPath} className="nav-link">
          Study
        </a>
        <ThemeSwitch />
      </nav>
    </header>
  );
}
