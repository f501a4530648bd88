import '@/app/study-page.css';

import { notFound } from 'next/navigation';

import { StudyPage } from '@/components/pages/study-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageView } from '@/app/pages';

export async function generateMetadata() {
  return toNextMetadata(metadataOf('study', await load()));
}

export default async function Page() {
  return <StudyPage {...await load()} />;
}

async function load() {
  return (await pageView('study')) ?? notFound();
}
