import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { Alphabet } from '@/components/alphabet';
import { countQuestions } from '@/components/count';
import { SubjectPage } from '@/components/subject-page';
import { currentCatalogue } from '@/lib/catalogue/current';
import { indexOf } from '@/lib/catalogue/topics';
import { indexCrumbs } from '@/lib/seo/json-ld';
import { indexMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string }>;
}

export async function generateStaticParams() {
  const { subjects } = await currentCatalogue();
  return subjects.map(({ slug }) => ({ subject: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject } = await load(params);
  return indexMetadata(subject);
}

export default async function IndexRoute({ params }: Props) {
  const { catalogue, subject } = await load(params);
  const letters = indexOf(catalogue.inSubject(subject.slug));
  return (
    <SubjectPage
      subject={subject}
      crumbs={indexCrumbs(subject)}
      part=", A to Z"
      lead={`${countQuestions(subject.count)}, each under the word that it is about.`}
      listed={letters.flatMap(({ entries }) => entries)}
    >
      <Alphabet letters={letters} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  const catalogue = await currentCatalogue();
  const subject = catalogue.subject((await params).subject) ?? notFound();
  return { catalogue, subject };
}
