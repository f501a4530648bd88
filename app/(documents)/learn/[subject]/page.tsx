import { notFound } from 'next/navigation';

import { requireSoundContent } from '@/app/sound-content';
import { SubjectPage } from '@/components/pages/subject-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageParams, pageView } from '@/app/pages';

interface Props {
  params: Promise<{ subject: string }>;
}

export async function generateStaticParams() {
  await requireSoundContent();
  return pageParams('subject');
}

export async function generateMetadata({ params }: Props) {
  return toNextMetadata(metadataOf('subject', await load(params)));
}

export default async function Page({ params }: Props) {
  return <SubjectPage {...await load(params)} />;
}

async function load(params: Props['params']) {
  return (await pageView('subject', await params)) ?? notFound();
}
