import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { ArchivePager } from '@/components/archive-pager';
import { QuestionList } from '@/components/question-list';
import { SubjectPage } from '@/components/subject-page';
import { archivePages } from '@/lib/catalogue/archive';
import { currentCatalogue } from '@/lib/catalogue/current';
import { orStandIn } from '@/lib/release/stand-in';
import { archiveCrumbs } from '@/lib/seo/json-ld';
import { archiveMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ subject: string; page: string }>;
}

export async function generateStaticParams() {
  const catalogue = await currentCatalogue();
  const params = catalogue.subjects.flatMap(({ slug }) =>
    archivePages(catalogue.inSubject(slug)).map(({ number }) => ({ subject: slug, page: String(number) })),
  );
  return orStandIn(params, ['subject', 'page']);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject, page } = await load(params);
  return archiveMetadata(subject, page);
}

export default async function ArchiveRoute({ params }: Props) {
  const { subject, page, isLast } = await load(params);
  return (
    <SubjectPage
      subject={subject}
      crumbs={archiveCrumbs(subject, page)}
      part={`, page ${page.number}`}
      lead={`Questions ${page.from} to ${page.to} in order of publication, newest first.`}
      listed={page.items}
    >
      <QuestionList entries={page.items} />
      <ArchivePager subject={subject} page={page} isLast={isLast} />
    </SubjectPage>
  );
}

async function load(params: Props['params']) {
  const { subject: slug, page: number } = await params;
  const catalogue = await currentCatalogue();
  const subject = catalogue.subject(slug) ?? notFound();
  const pages = archivePages(catalogue.inSubject(slug));
  const page = pages.find((candidate) => String(candidate.number) === number) ?? notFound();
  return { subject, page, isLast: page === pages.at(-1) };
}
