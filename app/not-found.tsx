import { NotFoundPage } from '@/components/pages/not-found-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageView } from '@/app/pages';

export async function generateMetadata() {
  const metadata = toNextMetadata(metadataOf('notFound', await load()));
  // Next.js writes this element itself.
  return { ...metadata, robots: undefined };
}

export default async function NotFound() {
  return <NotFoundPage {...await load()} />;
}

async function load() {
  return (await pageView('notFound')) ?? { subjects: [] };
}
