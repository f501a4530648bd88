import type { ReactNode } from 'react';

import type { QuestionLink } from '@/lib/pages/links';
import type { SubjectHead } from '@/lib/pages/lists';
import { collectionGraph, type Crumb } from '@/lib/seo/json-ld';
import { Breadcrumb } from './breadcrumb';
import { StructuredData } from './structured-data';

interface Props {
  subject: SubjectHead;
  crumbs: readonly Crumb[];
  /** What follows the subject in the heading: ", page 2". */
  part?: string;
  lead: string;
  /** The questions that the page lists. */
  listed: readonly QuestionLink[];
  children: ReactNode;
}

/** What all pages of a subject share. */
export function SubjectPage({ subject, crumbs, part = '', lead, listed, children }: Props) {
  return (
    <div className="page" data-accent={subject.accent}>
      <StructuredData graph={collectionGraph(subject.name + part, crumbs, listed)} />
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
