import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';

import { SearchPage } from '@/components/pages/search-page';
import { StudyPage } from '@/components/pages/study-page';
import type { PageViews } from '@/lib/views/pages';
import { makeDocument, type PageInput } from './document';
import type { Made, MakerContext } from './makers';

type AppKind = 'search' | 'study';

const components: { [Kind in AppKind]: ComponentType<PageViews[Kind]> } = {
  search: SearchPage,
  study: StudyPage,
};

/** A page with a React application. Its markup contains the markers that hydration needs. */
export function make<Kind extends AppKind>(input: PageInput<Kind>, context: MakerContext): Made {
  return makeDocument(components[input.kind], input, context, renderToString);
}
