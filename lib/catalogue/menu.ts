import type { Subject } from './catalogue';

/** A subject as every page names it. */
export type MenuSubject = Pick<Subject, 'slug' | 'name' | 'accent'>;

/** As many as fit a phone's screen in two columns. */
const menuSize = 15;

/**
 * The subjects of the menu that every page has: those with the most questions, by name. It holds no counts, so that a new
 * question changes it only where it brings another subject in.
 */
export function menuSubjects(subjects: readonly Subject[]): MenuSubject[] {
  const largest = new Set(
    subjects.toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1)).slice(0, menuSize),
  );
  return subjects
    .filter((subject) => largest.has(subject))
    .map(({ slug, name, accent }) => ({ slug, name, accent }));
}
