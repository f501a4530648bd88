import type { Subject } from './catalogue';

/** A subject as the menu of every page shows it. */
export type MenuSubject = Pick<Subject, 'slug' | 'name' | 'accent'>;

/** Fits the screen of a phone in two columns. */
const menuSize = 15;

/**
 * The subjects in the menu of every page: those with the most questions, sorted by name. Contains no counts,
 * so that a new question changes the menu only if it adds a subject.
 */
export function menuSubjects(subjects: readonly Subject[]): MenuSubject[] {
  const largest = new Set(
    subjects.toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1)).slice(0, menuSize),
  );
  return subjects
    .filter((subject) => largest.has(subject))
    .map(({ slug, name, accent }) => ({ slug, name, accent }));
}
