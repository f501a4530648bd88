import type { ComponentType } from 'react';

import { ArchivePage } from '@/components/pages/archive-page';
import { HomePage } from '@/components/pages/home-page';
import { IndexPage } from '@/components/pages/index-page';
import { NotFoundPage } from '@/components/pages/not-found-page';
import { SubjectPage } from '@/components/pages/subject-page';
import { SubjectsPage } from '@/components/pages/subjects-page';
import { TopicPage } from '@/components/pages/topic-page';
import type { PageKind, PageViews } from '@/lib/views/pages';
import { makeDocument, type PageInput } from './document';
import type { Made, MakerContext } from './makers';

type ListKind = Exclude<PageKind, 'question' | 'search' | 'study'>;

const components: { [Kind in ListKind]: ComponentType<PageViews[Kind]> } = {
  home: HomePage,
  subjects: SubjectsPage,
  subject: SubjectPage,
  archive: ArchivePage,
  index: IndexPage,
  topic: TopicPage,
  notFound: NotFoundPage,
};

/** A page that lists questions or subjects. */
export function make<Kind extends ListKind>(input: PageInput<Kind>, context: MakerContext): Made {
  return makeDocument(components[input.kind], input, context);
}
