import type { Entry, Subject } from '@/lib/catalogue/catalogue';

interface Props {
  subject: Subject;
  previous: Entry | undefined;
  next: Entry | undefined;
}

/** The questions published before and after this one in its subject. */
export function Neighbours({ subject, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`More in ${subject.name}`} className="neighbours wide">
      {previous && (
        <a href={previous.address} rel="prev">
          <span className="label">← Previous in {subject.name}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={next.address} rel="next">
          <span className="label">Next in {subject.name} →</span>
          {next.title}
        </a>
      )}
    </nav>
  );
}
