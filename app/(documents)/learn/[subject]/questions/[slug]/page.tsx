import { notFound } from 'next/navigation';

import { PageHead } from '@/components/page-head';
import { ProblemOverlay } from '@/components/problem-overlay';
import { Question } from '@/components/question';
import { pageParams, pageView } from '@/lib/pages/current';
import { questionMetadata } from '@/lib/seo/metadata';
import { hasErrors, type Problem } from '@/lib/source/problem';

interface Props {
  params: Promise<{ subject: string; slug: string }>;
}

/** In a release, none: its questions are made many at a time, by the route of sheets. */
export function generateStaticParams() {
  return pageParams('question', 'subject', 'slug');
}

export default async function QuestionRoute({ params }: Props) {
  const problems = await findProblems(params);
  if (hasErrors(problems)) return <ProblemOverlay problems={problems} />;
  const page = (await pageView('question', await params)) ?? notFound();
  return (
    <>
      <PageHead {...questionMetadata(page)} />
      <Question {...page} />
      <ProblemOverlay problems={problems} />
    </>
  );
}

/** In the live preview, what is wrong with the file; a published page has no problems to show. */
async function findProblems(params: Props['params']): Promise<Problem[]> {
  if (process.env.NODE_ENV !== 'development') return [];
  const { subject, slug } = await params;
  const { currentProblems } = await import('@/lib/edit/current-problems');
  return currentProblems(`${subject}/${slug}.md`);
}
