import { subjectCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import type { PageViews } from '@/lib/views/pages';
import { ArchiveIndex } from '../archive-index';
import { countQuestions } from '../count';
import { QuestionList } from '../question-list';
import { SubjectLayout } from '../subject-layout';
import { SubjectWays } from '../subject-ways';

export function SubjectPage(page: PageViews['subject']) {
  const { subject, topics, newest, archive } = page;
  return (
    <SubjectLayout
      subject={subject}
      crumbs={subjectCrumbs(subject)}
      lead={`${subject.description ?? ''} ${countQuestions(subject.count)}, newest first.`.trim()}
      graph={structuredDataOf('subject', page)}
    >
      <SubjectWays subject={subject} topics={topics} />
      <QuestionList questions={newest} />
      <ArchiveIndex subject={subject} pages={archive} />
    </SubjectLayout>
  );
}
