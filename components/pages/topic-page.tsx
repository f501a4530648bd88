import { topicCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import type { PageViews } from '@/lib/views/pages';
import { countQuestions } from '../count';
import { QuestionList } from '../question-list';
import { SubjectLayout } from '../subject-layout';

export function TopicPage(page: PageViews['topic']) {
  return (
    <SubjectLayout
      subject={page.subject}
      crumbs={topicCrumbs(page)}
      part={`: ${page.name}`}
      lead={`${countQuestions(page.questions.length)} on this topic, newest first.`}
      graph={structuredDataOf('topic', page)}
    >
      <QuestionList questions={page.questions} />
    </SubjectLayout>
  );
}
