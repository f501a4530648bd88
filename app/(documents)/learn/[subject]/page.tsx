import { notFound } from 'next/navigation';

import { ArchiveIndex } from '@/components/archive-index';
import { countQuestions } from '@/components/count';
import { PageHead } from '@/components/page-head';
import { QuestionList } from '@/components/question-list';
import { SubjectPage } from '@/components/subject-page';
import { SubjectWays } from '@/components/subject-ways';
import { pageParams, pageView } from '@/lib/pages/current';
import { subjectCrumbs } from '@/lib/seo/json-ld';
import { subjectMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string }>;
}

export function generateStaticParams() {
  return pageParams('subject', 'subject');
}

export default async function SubjectRoute({ params }: Props) {
  const { subject, topics, newest, archive } = await load(params);
  return (
    <SubjectPage
      subject={subject}
      crumbs={subjectCrumbs(subject)}
      lead={`${subject.description ?? ''} ${countQuestions(subject.count)}, newest first.`.trim()}
      listed={newest}
    >
      <PageHead {...subjectMetadata(subject)} />
      <SubjectWays subject={subject} topics={topics} />
      <QuestionList questions={newest} />
      <ArchiveIndex subject={subject} pages={archive} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  return (await pageView('subject', await params)) ?? notFound();
}
