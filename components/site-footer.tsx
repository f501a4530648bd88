import { learnPath, searchPath, site, studyPath } from '@/lib/site';

const links = [
  [learnPath, 'All subjects'],
  [searchPath, 'Search'],
  [studyPath, 'Study'],
] as const;

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        {site.name}. {site.tagline}.
      </p>
      <nav aria-label="Footer">
        {links.map(([path, name]) => (
          <a key={path} href={path} className="quiet-link">
            {name}
          </a>
        ))}
      </nav>
    </footer>
  );
}
