import type { Crumb } from '@/lib/seo/json-ld';
import { ownDirection } from './own-direction';

/** The path from the home page; the last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="breadcrumb">
      <ol>
        {crumbs.map(({ name, path }, index) =>
          index < crumbs.length - 1 ? (
            <li key={path}>
              <a href={path} className="quiet-link">
                {name}
              </a>
            </li>
          ) : (
            <li key={path} aria-current="page" {...ownDirection(name)}>
              {name}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
