import type { ComponentType } from 'react';

import type { PageKind, PageViews } from '@/lib/views/pages';
import { ArchivePage } from './archive-page';
import { HomePage } from './home-page';
import { IndexPage } from './index-page';
import { NotFoundPage } from './not-found-page';
import { QuestionPage } from './question-page';
import { SearchPage } from './search-page';
import { StudyPage } from './study-page';
import { SubjectPage } from './subject-page';
import { SubjectsPage } from './subjects-page';
import { TopicPage } from './topic-page';

/** For each kind of page, the component that renders its view: all that stands inside `<main>`. */
export const pageComponents: { [Kind in PageKind]: ComponentType<PageViews[Kind]> } = {
  home: HomePage,
  subjects: SubjectsPage,
  subject: SubjectPage,
  archive: ArchivePage,
  index: IndexPage,
  topic: TopicPage,
  question: QuestionPage,
  search: SearchPage,
  study: StudyPage,
  notFound: NotFoundPage,
};
