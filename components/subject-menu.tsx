import type { MenuSubject } from '@/lib/catalogue/menu';
import { learnPath, subjectPath } from '@/lib/site';

/** A popover, which the browser opens without a script and closes with Escape. */
export function SubjectMenu({ subjects }: { subjects: readonly MenuSubject[] }) {
  return (
    <>
      <button type="button" popoverTarget="menu" className="nav-link">
        Subjects
      </button>
      <div popover="auto" id="menu">
        {subjects.map(({ slug, name, accent }) => (
          <a key={slug} data-accent={accent} href={subjectPath(slug)}>
            {name}
          </a>
        ))}
        <a href={learnPath}>All subjects</a>
      </div>
    </>
  );
}
