import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import type { Accent } from '@/lib/catalogue/subjects';
import { site } from '@/lib/site';
import { plainTitle } from './plain-title';

/** The texts and color of a picture. It depends on nothing else. */
export interface Picture {
  /** Shown in small letters above the title. */
  label: string;
  title: string;
  /** A sentence below the title; may be empty. */
  lead: string;
  accent: Accent;
}

/** The picture of a question of a subject. */
export function questionPicture({ question }: Entry, { name, accent }: Subject): Picture {
  return { label: name, title: plainTitle(question), lead: '', accent };
}

/** The picture of a subject, used by all its pages that have none of their own. */
export function subjectPicture({ name, description, accent }: Omit<Subject, 'count' | 'note'>): Picture {
  return { label: 'Questions and answers', title: name, lead: description ?? '', accent };
}

/** The picture of pages that belong to no subject. */
export function sitePicture(): Picture {
  return { label: '', title: site.tagline, lead: site.description, accent: 'blue' };
}
