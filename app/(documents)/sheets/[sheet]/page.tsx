import { notFound } from 'next/navigation';

import { PageHead } from '@/components/page-head';
import { Question } from '@/components/question';
import { sheetParams, sheetViews } from '@/lib/pages/current';
import { questionMetadata } from '@/lib/seo/metadata';

interface Props {
  params: Promise<{ sheet: string }>;
}

export function generateStaticParams() {
  return sheetParams();
}

/**
 * Many questions on one page, which a release cuts into theirs: for Next.js, to make a page takes several times as long as
 * to render a question. Each question's head is in a `noscript`, whose elements React leaves where they are.
 */
export default async function SheetRoute({ params }: Props) {
  const pages = sheetViews((await params).sheet) ?? notFound();
  return pages.map((page) => (
    <section key={page.entry.address} data-page={page.entry.address}>
      <noscript>
        <PageHead {...questionMetadata(page)} />
      </noscript>
      <Question {...page} />
    </section>
  ));
}
