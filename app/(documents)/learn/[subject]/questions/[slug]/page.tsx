import '@/app/question-page.css';

import { notFound } from 'next/navigation';
import Script from 'next/script';

import { requireSoundContent } from '@/app/sound-content';
import { QuestionPage } from '@/components/pages/question-page';
import { ProblemOverlay } from '@/components/problem-overlay';
import { metadataOf } from '@/lib/seo/metadata';
import { toNextMetadata } from '@/lib/seo/next-metadata';
import { hasErrors } from '@/lib/source/problem';
import { pageParams, pageProblems, pageView } from '@/app/pages';

interface Props {
  params: Promise<{ subject: string; slug: string }>;
}

export async function generateStaticParams() {
  await requireSoundContent();
  return pageParams('question');
}

export async function generateMetadata({ params }: Props) {
  const page = await pageView('question', await params);
  return page && toNextMetadata(metadataOf('question', page));
}

export default async function Page({ params }: Props) {
  const { subject, slug } = await params;
  const problems = await pageProblems({ subject, slug });
  if (hasErrors(problems)) return <ProblemOverlay problems={problems} />;
  const page = (await pageView('question', { subject, slug })) ?? notFound();
  return (
    <>
      <QuestionPage {...page} />
      <ProblemOverlay problems={problems} />
      {/* Loaded late, because the script adds buttons, which hydration would report as a mismatch. */}
      <Script type="module" src="/scripts/question.js" strategy="lazyOnload" />
    </>
  );
}
