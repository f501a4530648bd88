import { notFound } from 'next/navigation';

import { HomePage } from '@/components/pages/home-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageView } from '@/app/pages';

export async function generateMetadata() {
  return toNextMetadata(metadataOf('home', await load()));
}

export default async function Page() {
  return <HomePage {...await load()} />;
}

async function load() {
  return (await pageView('home')) ?? notFound();
}
