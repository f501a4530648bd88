import { subjectPath, topicPath } from '@/lib/site';
import type { PageKind, PageViews } from './pages';

/**
 * Addresses that a page links to according to its view. Links in the answer are not included; the check
 * examines them.
 */
export function targetsOf<Kind extends PageKind>(kind: Kind, view: PageViews[Kind]): string[] {
  const targets: string[] = [];
  collect(view, targets);
  if ('topics' in view) {
    const { slug } = view.subject;
    targets.push(subjectPath(slug));
    for (const topic of view.topics) if (topic.slug !== undefined) targets.push(topicPath(slug, topic.slug));
  }
  return targets;
}

/** A page links to every `address` in its view. */
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
