import type { ReactNode } from 'react';

import type { SubjectHead } from '@/lib/pages/lists';
import { breadcrumbList, type Crumb } from '@/lib/seo/json-ld';
import { Breadcrumb } from './breadcrumb';
import { StructuredData } from './structured-data';

interface Props {
  subject: SubjectHead;
  crumbs: readonly Crumb[];
  /** What follows the subject in the heading: ", page 2". */
  part?: string;
  lead: string;
  children: ReactNode;
}

/** What all pages of a subject share. */
export function SubjectPage({ subject, crumbs, part, lead, children }: Props) {
  return (
    <div className="page" data-accent={subject.accent}>
      <StructuredData graph={[breadcrumbList(crumbs)]} />
      <Breadcrumb crumbs={crumbs} />
      <h1 className="page-title">
        {subject.name}
        {part !== undefined && <span className="title-part">{part}</span>}
      </h1>
      <p className="lead">{lead}</p>
      {children}
    </div>
  );
}
