import { expect, test } from 'vitest';

import { HomePage } from '@/components/pages/home-page';
import { StructuredData } from '@/components/structured-data';
import { homeGraph } from '@/lib/seo/json-ld';
import { makeDocument, type PageInput } from './document';
import type { MakerContext } from './makers';

const context: MakerContext = {
  release: '',
  contentFolder: '',
  answersFolder: '',
  menu: [],
  styles: JSON.stringify({ documents: [], question: [], search: '', study: '', assets: [] }),
};
const home: PageInput<'home'> = {
  kind: 'home',
  address: '/',
  view: { count: 0, subjects: [], newest: [] },
};

test('the structured data of a page is validated as the page contains it', () => {
  expect(makeDocument(HomePage, home, context).faults).toEqual([]);
  expect(makeDocument(() => null, home, context).faults).toEqual([
    expect.stringMatching(/^\/: JSON-LD: found nothing, expected one script/),
  ]);
  const twice = () => [1, 2].map((key) => <StructuredData key={key} graph={homeGraph()} />);
  expect(makeDocument(twice, home, context).faults).toEqual([
    expect.stringMatching(/^\/: JSON-LD: found .*, expected one script/),
  ]);
});

test('structured data with less-than signs is validated whole', () => {
  const [website] = homeGraph();
  const page = () => <StructuredData graph={website ? [{ ...website, name: '</script>' }] : []} />;
  expect(makeDocument(page, home, context).faults).toEqual([
    expect.stringContaining(': found nothing, expected a node of this type'),
  ]);
});
