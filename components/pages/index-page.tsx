import { indexCrumbs } from '@/lib/seo/json-ld';
import type { PageViews } from '@/lib/views/pages';
import { Alphabet } from '../alphabet';
import { countQuestions } from '../count';
import { SubjectLayout } from '../subject-layout';

export function IndexPage({ subject, count, letters }: PageViews['index']) {
  return (
    <SubjectLayout
      subject={subject}
      crumbs={indexCrumbs(subject)}
      part=", A to Z"
      lead={`${countQuestions(count)}, each under the word that it is about.`}
      listed={letters.flatMap(({ questions }) => questions)}
    >
      <Alphabet letters={letters} />
    </SubjectLayout>
  );
}
