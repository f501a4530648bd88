import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { countQuestions } from '@/components/count';
import { QuestionList } from '@/components/question-list';
import { SubjectPage } from '@/components/subject-page';
import { currentCatalogue } from '@/lib/catalogue/current';
import { topicsOf } from '@/lib/catalogue/topics';
import { orStandIn } from '@/lib/release/stand-in';
import { topicCrumbs } from '@/lib/seo/json-ld';
import { topicMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string; topic: string }>;
}

export async function generateStaticParams() {
  const catalogue = await currentCatalogue();
  const params = catalogue.subjects.flatMap(({ slug }) =>
    topicsOf(catalogue.inSubject(slug)).map((topic) => ({ subject: slug, topic: topic.slug })),
  );
  return orStandIn(params, ['subject', 'topic']);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject, topic } = await load(params);
  return topicMetadata(subject, topic);
}

export default async function TopicRoute({ params }: Props) {
  const { subject, topic } = await load(params);
  return (
    <SubjectPage
      subject={subject}
      crumbs={topicCrumbs(subject, topic)}
      part={`: ${topic.name}`}
      lead={`${countQuestions(topic.entries.length)} on this topic, newest first.`}
      listed={topic.entries}
    >
      <QuestionList entries={topic.entries} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  const { subject: slug, topic: topicSlug } = await params;
  const catalogue = await currentCatalogue();
  const subject = catalogue.subject(slug) ?? notFound();
  const topic =
    topicsOf(catalogue.inSubject(slug)).find((candidate) => candidate.slug === topicSlug) ?? notFound();
  return { subject, topic };
}
