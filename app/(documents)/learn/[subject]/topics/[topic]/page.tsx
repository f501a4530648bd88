import { notFound } from 'next/navigation';

import { countQuestions } from '@/components/count';
import { PageHead } from '@/components/page-head';
import { QuestionList } from '@/components/question-list';
import { SubjectPage } from '@/components/subject-page';
import { pageParams, pageView } from '@/lib/pages/current';
import { topicCrumbs } from '@/lib/seo/json-ld';
import { topicMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string; topic: string }>;
}

export function generateStaticParams() {
  return pageParams('topic', 'subject', 'topic');
}

export default async function TopicRoute({ params }: Props) {
  const topic = await load(params);
  return (
    <SubjectPage
      subject={topic.subject}
      crumbs={topicCrumbs(topic)}
      part={`: ${topic.name}`}
      lead={`${countQuestions(topic.questions.length)} on this topic, newest first.`}
      listed={topic.questions}
    >
      <PageHead {...topicMetadata(topic)} />
      <QuestionList questions={topic.questions} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  return (await pageView('topic', await params)) ?? notFound();
}
