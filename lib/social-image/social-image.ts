import { hash } from 'node:crypto';

import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import { compareNewestFirst, type Entry } from '@/lib/catalogue/entry';
import { groupBy } from '@/lib/group-by';
import { absoluteUrl, picturePath, site, sitePicturePath, subjectPath } from '@/lib/site';
import { socialImageBudget } from './budget';
import { questionPicture, sitePicture, subjectPicture, type Picture } from './picture';
import { pictureSize } from './size';

/** A picture as it appears in the head and the structured data of a page. */
export interface SocialImage {
  /** Absolute address. */
  url: string;
  type: 'image/png';
  /** In pixels. */
  width: number;
  height: number;
  /** The words in the picture. */
  alt: string;
}

/**
 * The picture of a question's page: its own if the question is among the newest, otherwise that of its
 * subject. All pages of a question in several subjects have the picture of its canonical address.
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

/** For each subject by slug: the ids of its questions with their own pictures. */
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
 * The path of a picture never changes, so that a shared address never breaks. Networks cache a picture as
 * long as its address stays the same. Therefore the query contains a hash of the texts, and nothing else. A
 * new layout changes no page, and reaches readers when a network reads the picture again.
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
