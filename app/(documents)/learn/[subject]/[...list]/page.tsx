import { notFound } from 'next/navigation';

import { requireSoundContent } from '@/app/sound-content';
import { ArchivePage } from '@/components/pages/archive-page';
import { IndexPage } from '@/components/pages/index-page';
import { TopicPage } from '@/components/pages/topic-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { listPage, listParams } from '@/app/pages';

interface Props {
  params: Promise<{ subject: string; list: string[] }>;
}

/**
 * `/a-z`, `/page/<number>` and `/topics/<topic>` share one route. A static export rejects a route without
 * pages, and a small library has no archive and no topics.
 */
export async function generateStaticParams() {
  await requireSoundContent();
  return listParams();
}

export async function generateMetadata({ params }: Props) {
  const { kind, view } = await load(params);
  return toNextMetadata(metadataOf(kind, view));
}

export default async function Page({ params }: Props) {
  const page = await load(params);
  switch (page.kind) {
    case 'index':
      return <IndexPage {...page.view} />;
    case 'archive':
      return <ArchivePage {...page.view} />;
    case 'topic':
      return <TopicPage {...page.view} />;
  }
}

async function load(params: Props['params']) {
  const { subject, list } = await params;
  return (await listPage(subject, list)) ?? notFound();
}
