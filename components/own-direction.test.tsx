import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { Breadcrumb } from './breadcrumb';
import { Contents } from './contents';
import { Neighbours } from './neighbours';
import { QuestionList } from './question-list';
import { RelatedQuestions } from './related-questions';
import { ShortAnswer } from './short-answer';

const subject = { name: 'Law', slug: 'law', accent: 'blue', note: undefined } as const;

/** Every component that shows a title, with the given one. */
const parts = (title: string) => {
  const question = { address: '/a', title, subject, date: '2026-01-02', dateFormat: 'MMMM D, YYYY' };
  const headings = ['a', 'b', 'c'].map((id) => ({ id, text: title, rank: 2 }));
  return [
    <Breadcrumb key="1" crumbs={[{ name: title, path: '/a' }]} />,
    <Contents key="2" headings={headings} />,
    <Neighbours key="3" subject={subject} previous={question} next={undefined} />,
    <QuestionList key="4" questions={[question]} />,
    <RelatedQuestions key="5" questions={[question]} />,
    <ShortAnswer key="6" text={title} />,
  ];
};

test.each(['ما هو الجذر؟', 'מהו שורש?', 'Root جذر', 'ܫܪܫܐ', 'ދިވެހި'])(
  '%s has a direction of its own',
  (title) => {
    for (const part of parts(title)) {
      expect(renderToStaticMarkup(part)).toMatch(
        new RegExp(`<(?:li|div|p)[^>]* dir="auto"[^>]*>(?:<a[^>]*>)?${title.replace('?', '\\?')}<`),
      );
    }
  },
);

test.each(['What is a root?', 'Was ist √2?', '根とは', 'корень'])('%s has none', (title) => {
  for (const part of parts(title)) expect(renderToStaticMarkup(part)).not.toContain('dir=');
});
