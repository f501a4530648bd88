import type { ReactNode } from 'react';

import type { ArchivePage } from '@/lib/catalogue/archive';
import type { Entry, Subject } from '@/lib/catalogue/catalogue';
import { breadcrumbList, type Crumb } from '@/lib/seo/json-ld';
import { Breadcrumb } from './breadcrumb';
import { countQuestions } from './count';
import { StructuredData } from './structured-data';

interface Props {
  subject: Subject;
  crumbs: readonly Crumb[];
  /** Absent on the subject's own page, which shows the newest. */
  page?: ArchivePage<Entry>;
  children: ReactNode;
}

/** What a subject's own page and the pages of its archive share. */
export function SubjectPage({ subject, crumbs, page, children }: Props) {
  return (
    <div className="page" data-accent={subject.accent}>
      <StructuredData graph={[breadcrumbList(crumbs)]} />
      <Breadcrumb crumbs={crumbs} />
      <h1 className="page-title">
        {subject.name}
        {page && <span className="text-muted">, page {page.number}</span>}
      </h1>
      {page ? (
        <p className="lead">
          Questions {page.from} to {page.to} in order of publication, newest first.
        </p>
      ) : (
        <p className="lead">
          {subject.description} {countQuestions(subject.count)}, newest first.
        </p>
      )}
      {children}
    </div>
  );
}
