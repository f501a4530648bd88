import { archiveCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import type { PageViews } from '@/lib/views/pages';
import { ArchivePager } from '../archive-pager';
import { QuestionList } from '../question-list';
import { SubjectLayout } from '../subject-layout';

export function ArchivePage(page: PageViews['archive']) {
  return (
    <SubjectLayout
      subject={page.subject}
      crumbs={archiveCrumbs(page)}
      part={`, page ${page.number}`}
      lead={`Questions ${page.from} to ${page.to} in order of publication, newest first.`}
      graph={structuredDataOf('archive', page)}
    >
      <QuestionList questions={page.items} />
      <ArchivePager {...page} />
    </SubjectLayout>
  );
}
