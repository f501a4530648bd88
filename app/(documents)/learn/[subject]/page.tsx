import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { ArchiveIndex } from '@/components/archive-index';
import { QuestionList } from '@/components/question-list';
import { countQuestions } from '@/components/count';
import { SubjectPage } from '@/components/subject-page';
import { SubjectWays } from '@/components/subject-ways';
import { archivePages, pageSize } from '@/lib/catalogue/archive';
import { currentCatalogue } from '@/lib/catalogue/current';
import { topicsOf } from '@/lib/catalogue/topics';
import { subjectCrumbs } from '@/lib/seo/json-ld';
import { subjectMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string }>;
}

export async function generateStaticParams() {
  const { subjects } = await currentCatalogue();
  return subjects.map(({ slug }) => ({ subject: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject } = await load(params);
  return subjectMetadata(subject);
}

export default async function SubjectRoute({ params }: Props) {
  const { catalogue, subject } = await load(params);
  const entries = catalogue.inSubject(subject.slug);
  const newest = entries.slice(0, pageSize);
  return (
    <SubjectPage
      subject={subject}
      crumbs={subjectCrumbs(subject)}
      lead={`${subject.description ?? ''} ${countQuestions(subject.count)}, newest first.`.trim()}
      listed={newest}
    >
      <SubjectWays subject={subject} topics={topicsOf(entries)} />
      <QuestionList entries={newest} />
      <ArchiveIndex subject={subject} pages={archivePages(entries)} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  const catalogue = await currentCatalogue();
  const subject = catalogue.subject((await params).subject) ?? notFound();
  return { catalogue, subject };
}
