import '@/app/answer.css';
import '@/app/code.css';
import '@/app/math.css';
import '@/app/question.css';

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { Breadcrumb } from '@/components/breadcrumb';
import { Cite } from '@/components/cite';
import { Contents } from '@/components/contents';
import { Neighbours } from '@/components/neighbours';
import { PageTools } from '@/components/page-tools';
import { ProblemOverlay } from '@/components/problem-overlay';
import { QuestionHeader } from '@/components/question-header';
import { RelatedArticles } from '@/components/related-articles';
import { ShortAnswer } from '@/components/short-answer';
import { Sources } from '@/components/sources';
import { StructuredData } from '@/components/structured-data';
import { Topics } from '@/components/topics';
import { pageParams, pageView } from '@/lib/pages/current';
import { citationsOf } from '@/lib/seo/citations';
import { questionCrumbs, questionGraph } from '@/lib/seo/json-ld';
import { questionMetadata } from '@/lib/seo/metadata';
import { editUrl } from '@/lib/site';
import { hasErrors, type Problem } from '@/lib/source/problem';

interface Props {
  params: Promise<{ subject: string; slug: string }>;
}

export function generateStaticParams() {
  return pageParams('question', 'subject', 'slug');
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (hasErrors(await findProblems(params))) return {};
  const { entry, image } = await load(params);
  return questionMetadata(entry, image);
}

export default async function QuestionRoute({ params }: Props) {
  const problems = await findProblems(params);
  if (hasErrors(problems)) return <ProblemOverlay problems={problems} />;
  const page = await load(params);
  const { entry, subject, answer } = page;
  const crumbs = questionCrumbs(subject, entry);
  return (
    <div className="page question-page" data-accent={subject.accent}>
      <StructuredData graph={questionGraph(page)} />
      <Breadcrumb crumbs={crumbs} />
      <article data-search-body="">
        <QuestionHeader entry={entry} wordCount={answer.wordCount} changedDay={page.changedDay} />
        {entry.shortAnswer !== undefined && <ShortAnswer text={entry.shortAnswer} />}
        <Contents headings={answer.headings} />
        <div className="answer" dangerouslySetInnerHTML={{ __html: answer.html }} />
        <Sources sources={entry.sources} />
        {subject.note !== undefined && (
          <p className="note" data-search-ignore="">
            {subject.note}
          </p>
        )}
      </article>
      <PageTools editUrl={editUrl(entry.path)} />
      <Cite citations={citationsOf(entry)} />
      <Topics subject={subject} topics={page.topics} />
      <RelatedArticles questions={page.related} />
      <Neighbours subject={subject} previous={page.previous} next={page.next} />
      <ProblemOverlay problems={problems} />
      {/* In the live preview React takes the page over, and would not know the buttons that this adds. */}
      {process.env.NODE_ENV === 'production' && <script type="module" src="/scripts/question.js" />}
    </div>
  );
}

/** In the live preview, what is wrong with the file; a published page has no problems to show. */
async function findProblems(params: Props['params']): Promise<Problem[]> {
  if (process.env.NODE_ENV !== 'development') return [];
  const { subject, slug } = await params;
  const { currentProblems } = await import('@/lib/edit/current-problems');
  return currentProblems(`${subject}/${slug}.md`);
}

async function load(params: Props['params']) {
  return (await pageView('question', await params)) ?? notFound();
}
