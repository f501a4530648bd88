import '@/app/question-page.css';

import { notFound } from 'next/navigation';
import Script from 'next/script';

import { QuestionPage } from '@/components/pages/question-page';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { pageParams, pageView } from '@/lib/views/current';

interface Props {
  params: Promise<{ subject: string; slug: string }>;
}

export function generateStaticParams() {
  return pageParams('question');
}

export async function generateMetadata({ params }: Props) {
  return toNextMetadata(metadataOf('question', await load(params)));
}

export default async function Page({ params }: Props) {
  return (
    <>
      <QuestionPage {...await load(params)} />
      {/* Adds buttons to the page, which hydration would take for a difference: it has to come later. */}
      <Script type="module" src="/scripts/question.js" strategy="lazyOnload" />
    </>
  );
}

async function load(params: Props['params']) {
  return (await pageView('question', await params)) ?? notFound();
}
