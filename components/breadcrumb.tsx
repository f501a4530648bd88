import type { Crumb } from '@/lib/seo/json-ld';

/** The way here from the home page; the last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-6 font-ui text-sm text-muted">
      <ol className="flex min-w-0 items-center gap-x-2 max-sm:flex-wrap">
        {crumbs.map(({ name, path }, index) =>
          index < crumbs.length - 1 ? (
            <li key={path} className="crumb shrink-0">
              <a href={path} className="quiet-link inline-block py-1">
                {name}
              </a>
            </li>
          ) : (
            <li key={path} aria-current="page" className="min-w-0 truncate py-1">
              {name}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
