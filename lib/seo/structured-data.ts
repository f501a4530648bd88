import { subjectPath } from '@/lib/site';
import type { PageKind, PageViews } from '@/lib/views/pages';
import {
  archiveCrumbs,
  collectionGraph,
  homeGraph,
  indexCrumbs,
  learnCrumbs,
  questionGraph,
  subjectCrumbs,
  topicCrumbs,
  type Graph,
} from './json-ld';

const graphs: { [Kind in PageKind]?: (view: PageViews[Kind]) => Graph } = {
  home: () => homeGraph(),
  subjects: ({ subjects }) =>
    collectionGraph(
      'All subjects',
      learnCrumbs,
      subjects.map(({ slug, name }) => ({ address: subjectPath(slug), title: name })),
    ),
  subject: ({ subject, newest }) => collectionGraph(subject.name, subjectCrumbs(subject), newest),
  archive: (page) =>
    collectionGraph(`${page.subject.name}, page ${page.number}`, archiveCrumbs(page), page.items),
  index: ({ subject, letters }) =>
    collectionGraph(
      `${subject.name}, A to Z`,
      indexCrumbs(subject),
      letters.flatMap(({ questions }) => questions),
    ),
  topic: (topic) =>
    collectionGraph(`${topic.subject.name}: ${topic.name}`, topicCrumbs(topic), topic.questions),
  question: questionGraph,
};

/** The structured data of a page, from its view; undefined for pages that search engines may not list. */
export function structuredDataOf<Kind extends PageKind>(
  kind: Kind,
  view: PageViews[Kind],
): Graph | undefined {
  return graphs[kind]?.(view);
}
