import {
  archivePath,
  homePath,
  indexPath,
  learnPath,
  notFoundPath,
  questionPath,
  searchPath,
  studyPath,
  subjectPath,
  topicPath,
} from '@/lib/site';
import type { PageKind, Params } from './pages';

/** The address of a page kind with the given route parameters. */
export function addressOf(kind: PageKind, params: Params): string {
  const { subject = '', slug = '', page = '', topic = '' } = params;
  switch (kind) {
    case 'home':
      return homePath;
    case 'subjects':
      return learnPath;
    case 'subject':
      return subjectPath(subject);
    case 'archive':
      return archivePath(subject, page);
    case 'index':
      return indexPath(subject);
    case 'topic':
      return topicPath(subject, topic);
    case 'question':
      return questionPath(subject, slug);
    case 'search':
      return searchPath;
    case 'study':
      return studyPath;
    case 'notFound':
      return notFoundPath;
  }
}
