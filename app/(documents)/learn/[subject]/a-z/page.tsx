import { notFound } from 'next/navigation';

import { Alphabet } from '@/components/alphabet';
import { countQuestions } from '@/components/count';
import { PageHead } from '@/components/page-head';
import { SubjectPage } from '@/components/subject-page';
import { pageParams, pageView } from '@/lib/pages/current';
import { indexCrumbs } from '@/lib/seo/json-ld';
import { indexMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string }>;
}

export function generateStaticParams() {
  return pageParams('index', 'subject');
}

export default async function IndexRoute({ params }: Props) {
  const page = await load(params);
  const { subject, count, letters } = page;
  return (
    <SubjectPage
      subject={subject}
      crumbs={indexCrumbs(subject)}
      part=", A to Z"
      lead={`${countQuestions(count)}, each under the word that it is about.`}
      listed={letters.flatMap(({ questions }) => questions)}
    >
      <PageHead {...indexMetadata(page)} />
      <Alphabet letters={letters} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  return (await pageView('index', await params)) ?? notFound();
}
