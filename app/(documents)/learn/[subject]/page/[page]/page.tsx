import { notFound } from 'next/navigation';

import { ArchivePager } from '@/components/archive-pager';
import { PageHead } from '@/components/page-head';
import { QuestionList } from '@/components/question-list';
import { SubjectPage } from '@/components/subject-page';
import { pageParams, pageView } from '@/lib/pages/current';
import { archiveCrumbs } from '@/lib/seo/json-ld';
import { archiveMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string; page: string }>;
}

export function generateStaticParams() {
  return pageParams('archive', 'subject', 'page');
}

export default async function ArchiveRoute({ params }: Props) {
  const page = await load(params);
  return (
    <SubjectPage
      subject={page.subject}
      crumbs={archiveCrumbs(page)}
      part={`, page ${page.number}`}
      lead={`Questions ${page.from} to ${page.to} in order of publication, newest first.`}
      listed={page.items}
    >
      <PageHead {...archiveMetadata(page)} />
      <QuestionList questions={page.items} />
      <ArchivePager {...page} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  return (await pageView('archive', await params)) ?? notFound();
}
