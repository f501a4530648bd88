import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import type { Accent } from '@/lib/catalogue/subjects';
import { site } from '@/lib/site';
import { plainTitle } from './plain-title';

/** What a picture says. Nothing else of the content shows in it. */
export interface Picture {
  /** In small letters above the title. */
  label: string;
  title: string;
  /** A sentence below the title, or nothing. */
  lead: string;
  accent: Accent;
}

/** The picture of a question of a subject. */
export function questionPicture({ question }: Entry, { name, accent }: Subject): Picture {
  return { label: name, title: plainTitle(question), lead: '', accent };
}

/** The picture of a subject, which all its pages share that have none of their own. */
export function subjectPicture({ name, description, accent }: Omit<Subject, 'count' | 'note'>): Picture {
  return { label: 'Questions and answers', title: name, lead: description ?? '', accent };
}

/** The picture of the site: of the pages that belong to no subject. */
export function sitePicture(): Picture {
  return { label: '', title: site.tagline, lead: site.description, accent: 'blue' };
}
