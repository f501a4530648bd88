import { hash } from 'node:crypto';

import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import { compareNewestFirst, type Entry } from '@/lib/catalogue/entry';
import { groupBy } from '@/lib/group-by';
import { absoluteUrl, picturePath, site, sitePicturePath, subjectPath } from '@/lib/site';
import { socialImageBudget } from './budget';
import { questionPicture, sitePicture, subjectPicture, type Picture } from './picture';
import { pictureSize } from './size';

/** A picture as the head of a page and its structured data name it. */
export interface SocialImage {
  /** Absolute. */
  url: string;
  type: 'image/png';
  /** Pixels. */
  width: number;
  height: number;
  /** The words in the picture. */
  alt: string;
}

/**
 * The picture of a question's page: its own while it is among the newest, then its subject's. A question in several subjects
 * has the picture of its canonical address on all its pages.
 */
export function questionImage(page: Entry, catalogue: Catalogue): SocialImage {
  const entry = catalogue.canonical(page);
  const subject = catalogue.subjectOf(entry);
  if (!hasOwnPicture(entry, catalogue)) return subjectImage(subject);
  return imageAt(picturePath(entry.address), questionPicture(entry, subject));
}

export function subjectImage(subject: Omit<Subject, 'count' | 'note'>): SocialImage {
  return imageAt(picturePath(subjectPath(subject.slug)), subjectPicture(subject));
}

/** The picture of pages that belong to no subject. */
export function siteImage(): SocialImage {
  return imageAt(sitePicturePath, sitePicture());
}

/** Every picture of a library, by its path. */
export function picturesOf(catalogue: Catalogue): Map<string, Picture> {
  const pictures = new Map([[sitePicturePath, sitePicture()]]);
  for (const subject of catalogue.subjects) {
    pictures.set(picturePath(subjectPath(subject.slug)), subjectPicture(subject));
  }
  for (const entry of catalogue.questions.slice(0, socialImageBudget())) {
    pictures.set(picturePath(entry.address), questionPicture(entry, catalogue.subjectOf(entry)));
  }
  return pictures;
}

/** By the slug of a subject, the ids of its questions that have pictures of their own. */
export function picturesBySubject(catalogue: Catalogue): Map<string, number[]> {
  const pictured = catalogue.questions
    .slice(0, socialImageBudget())
    .flatMap((entry) => [entry, ...catalogue.alsoAt(entry)]);
  const bySubject = groupBy(pictured, ({ subject }) => subject.slug);
  return new Map([...bySubject].map(([slug, entries]) => [slug, entries.map(({ id }) => id)]));
}

function hasOwnPicture(entry: Entry, { questions }: Catalogue): boolean {
  const oldest = questions[Math.min(socialImageBudget(), questions.length) - 1];
  return oldest !== undefined && compareNewestFirst(entry, oldest) <= 0;
}

/**
 * The file keeps its path, so that an address which was shared once never breaks. Networks keep a picture for as long
 * as its address stays the same; so the query changes with what the picture says, and with nothing else: a new layout
 * changes no page, and reaches readers when a network looks again.
 */
function imageAt(path: string, picture: Picture): SocialImage {
  const version = hash('sha256', JSON.stringify(picture)).slice(0, 8);
  const { label, title } = picture;
  return {
    url: `${absoluteUrl(path)}?v=${version}`,
    type: 'image/png',
    ...pictureSize,
    alt: [title, label, site.name].filter((part) => part !== '').join(' · '),
  };
}
