import { citationsOf } from '@/lib/seo/citations';
import { questionCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import { editUrl } from '@/lib/site';
import type { PageViews } from '@/lib/views/pages';
import { Breadcrumb } from '../breadcrumb';
import { Cite } from '../cite';
import { Contents } from '../contents';
import { Neighbours } from '../neighbours';
import { PageTools } from '../page-tools';
import { QuestionHeader } from '../question-header';
import { RelatedQuestions } from '../related-questions';
import { ShortAnswer } from '../short-answer';
import { Sources } from '../sources';
import { StructuredData } from '../structured-data';
import { Topics } from '../topics';

export function QuestionPage(page: PageViews['question']) {
  const { entry, subject, answer } = page;
  return (
    <div className="page question-page" data-accent={subject.accent}>
      <StructuredData graph={structuredDataOf('question', page)} />
      <Breadcrumb crumbs={questionCrumbs(subject, entry)} />
      <article data-search-body="">
        <QuestionHeader
          entry={entry}
          wordCount={answer.wordCount}
          changedDay={page.changedDay}
          alsoIn={page.alsoIn}
        />
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
      <PageTools id={entry.id} address={page.canonical} editUrl={editUrl(entry.path)} />
      <Cite citations={citationsOf(entry, page.canonical)} />
      <Topics subject={subject} topics={page.topics} />
      <RelatedQuestions questions={page.related} />
      <Neighbours subject={subject} previous={page.previous} next={page.next} />
      {/* Next.js hydrates the page before the script may run, so the route adds it later. */}
      {process.env.NEXT_RUNTIME === undefined && <script type="module" src="/scripts/question.js" />}
    </div>
  );
}
