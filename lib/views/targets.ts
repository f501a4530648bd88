import { subjectPath, topicPath } from '@/lib/site';
import type { PageKind, PageViews } from './pages';

/** Addresses of pages to which a page leads by what its view names; not those in its answer, which the check looks at. */
export function targetsOf<Kind extends PageKind>(kind: Kind, view: PageViews[Kind]): string[] {
  const targets: string[] = [];
  collect(view, targets);
  if ('topics' in view) {
    const { slug } = view.subject;
    targets.push(
      subjectPath(slug),
      ...view.topics.flatMap((topic) => (topic.slug === undefined ? [] : topicPath(slug, topic.slug))),
    );
  }
  return targets;
}

/** Whatever a view names by its address, it links to. */
function collect(value: unknown, targets: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, targets);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === 'address' && typeof member === 'string') targets.push(member);
    else collect(member, targets);
  }
}
