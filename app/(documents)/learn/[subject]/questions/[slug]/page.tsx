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
import { currentAnswer } from '@/lib/answer/current';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { currentCatalogue } from '@/lib/catalogue/current';
import { topicsOf } from '@/lib/catalogue/topics';
import { citationsOf } from '@/lib/seo/citations';
import { articleData, breadcrumbList, questionCrumbs } from '@/lib/seo/json-ld';
import { questionMetadata } from '@/lib/seo/metadata';
import { editUrl, questionPath } from '@/lib/site';
import { hasErrors, type Problem } from '@/lib/source/problem';

interface Props {
  params: Promise<{ subject: string; slug: string }>;
}

export async function generateStaticParams() {
  const { entries } = await currentCatalogue();
  return entries.map(({ subject, slug }) => ({ subject: subject.slug, slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (hasErrors(await findProblems(params))) return {};
  const { entry } = await load(params);
  return questionMetadata(entry);
}

export default async function QuestionRoute({ params }: Props) {
  const problems = await findProblems(params);
  if (hasErrors(problems)) return <ProblemOverlay problems={problems} />;
  const { catalogue, entry, subject } = await load(params);
  const crumbs = questionCrumbs(subject, entry);
  const { html, headings, wordCount } = await currentAnswer(entry);
  const changedDay = (await currentChangedDays()).get(entry.path);
  return (
    <div className="page question-page" data-accent={subject.accent}>
      <StructuredData graph={[articleData(entry, subject, changedDay), breadcrumbList(crumbs)]} />
      <Breadcrumb crumbs={crumbs} />
      <article data-search-body="">
        <QuestionHeader entry={entry} wordCount={wordCount} changedDay={changedDay} />
        {entry.shortAnswer !== undefined && <ShortAnswer text={entry.shortAnswer} />}
        <Contents headings={headings} />
        <div className="answer" dangerouslySetInnerHTML={{ __html: html }} />
        <Sources sources={entry.sources} />
        {subject.note !== undefined && (
          <p className="note" data-search-ignore="">
            {subject.note}
          </p>
        )}
      </article>
      <PageTools editUrl={editUrl(entry.path)} />
      <Cite citations={citationsOf(entry)} />
      <Topics
        keywords={entry.keywords}
        subject={subject}
        pages={topicsOf(catalogue.inSubject(subject.slug))}
      />
      <RelatedArticles entries={catalogue.related(entry)} catalogue={catalogue} />
      <Neighbours subject={subject} {...catalogue.neighbours(entry)} />
      <ProblemOverlay problems={problems} />
      <script type="module" src="/scripts/question.js" />
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
  const { subject: subjectSlug, slug } = await params;
  const catalogue = await currentCatalogue();
  const subject = catalogue.subject(subjectSlug) ?? notFound();
  const entry = catalogue.find(questionPath(subjectSlug, slug)) ?? notFound();
  return { catalogue, subject, entry };
}
