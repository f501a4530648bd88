import '@/app/search-page.css';

import { notFound } from 'next/navigation';

import { SearchPage } from '@/components/pages/search-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageView } from '@/app/pages';

export async function generateMetadata() {
  return toNextMetadata(metadataOf('search', await load()));
}

export default async function Page() {
  return <SearchPage {...await load()} />;
}

async function load() {
  return (await pageView('search')) ?? notFound();
}
