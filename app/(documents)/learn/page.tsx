import { notFound } from 'next/navigation';

import { SubjectsPage } from '@/components/pages/subjects-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageView } from '@/app/pages';

export async function generateMetadata() {
  return toNextMetadata(metadataOf('subjects', await load()));
}

export default async function Page() {
  return <SubjectsPage {...await load()} />;
}

async function load() {
  return (await pageView('subjects')) ?? notFound();
}
