import { topicCrumbs } from '@/lib/seo/json-ld';
import type { PageViews } from '@/lib/views/pages';
import { countQuestions } from '../count';
import { QuestionList } from '../question-list';
import { SubjectLayout } from '../subject-layout';

export function TopicPage(topic: PageViews['topic']) {
  return (
    <SubjectLayout
      subject={topic.subject}
      crumbs={topicCrumbs(topic)}
      part={`: ${topic.name}`}
      lead={`${countQuestions(topic.questions.length)} on this topic, newest first.`}
      listed={topic.questions}
    >
      <QuestionList questions={topic.questions} />
    </SubjectLayout>
  );
}
