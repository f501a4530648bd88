import type { ReactNode } from 'react';

import type { SubjectHead } from '@/lib/views/lists';
import type { Crumb, Graph } from '@/lib/seo/json-ld';
import { Breadcrumb } from './breadcrumb';
import { StructuredData } from './structured-data';

interface Props {
  subject: SubjectHead;
  crumbs: readonly Crumb[];
  /** Text after the subject in the heading, such as ", page 2". */
  part?: string;
  lead: string;
  graph: Graph | undefined;
  children: ReactNode;
}

/** The common layout of a subject's pages. */
export function SubjectLayout({ subject, crumbs, part = '', lead, graph, children }: Props) {
  return (
    <div className="page" data-accent={subject.accent}>
      <StructuredData graph={graph} />
      <Breadcrumb crumbs={crumbs} />
      <h1 className="page-title">
        {subject.name}
        {part !== '' && <span className="title-part">{part}</span>}
      </h1>
      <p className="lead">{lead}</p>
      {children}
    </div>
  );
}
