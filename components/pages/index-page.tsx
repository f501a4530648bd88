import { indexCrumbs } from '@/lib/seo/json-ld';
import { structuredDataOf } from '@/lib/seo/structured-data';
import type { PageViews } from '@/lib/views/pages';
import { Alphabet } from '../alphabet';
import { countQuestions } from '../count';
import { SubjectLayout } from '../subject-layout';

export function IndexPage(page: PageViews['index']) {
  const { subject, count, letters } = page;
  return (
    <SubjectLayout
      subject={subject}
      crumbs={indexCrumbs(subject)}
      part=", A to Z"
      lead={`${countQuestions(count)}, each listed under its most important word.`}
      graph={structuredDataOf('index', page)}
    >
      <Alphabet letters={letters} />
    </SubjectLayout>
  );
}
