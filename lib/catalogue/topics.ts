import { slug } from 'github-slugger';

import { groupBy } from '@/lib/group-by';
import { limits } from '@/lib/limits';
import type { Entry } from './entry';

/** Minimum number of questions for a topic page. */
const enough = 3;

/** A keyword that several questions of a subject share. */
export interface Topic {
  slug: string;
  name: string;
  /** Newest first. */
  entries: Entry[];
}

/** The topics of a subject, sorted by name. Keywords that differ only in case are one topic. */
export function topicsOf(entries: readonly Entry[]): Topic[] {
  const mentioned = new Map<string, Omit<Topic, 'slug'>>();
  for (const entry of entries) {
    for (const name of entry.keywords) {
      const key = name.toLowerCase();
      const topic = mentioned.get(key);
      if (!topic) mentioned.set(key, { name, entries: [entry] });
      else if (topic.entries.at(-1) !== entry) topic.entries.push(entry);
    }
  }
  const taken = new Set<string>();
  return [...mentioned]
    .filter(([, topic]) => topic.entries.length >= enough)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, topic]) => {
      const slug = freeSlug(key, taken);
      taken.add(slug);
      return slug === '' ? [] : [{ slug, ...topic }];
    });
}

/** The letters and digits of a keyword, with a number if another keyword has the same slug. */
function freeSlug(key: string, taken: ReadonlySet<string>): string {
  const base = slug(key)
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-+/g, '-')
    .slice(0, limits.slugLength)
    .replace(/^-|-$/g, '');
  let free = base;
  for (let number = 1; base !== '' && taken.has(free); number += 1) free = `${base}-${number}`;
  return free;
}

const questionWords =
  /^(?:(?:what|who|when|where|why|which|how|explain|describe|list|derive|prove|translate|can you|is|are|does|do|did|was|were|should|has|have|the|a|an|to|you|difference between|it mean|there|of|by|concept|long|much|many|be|use|find|calculate|prove|that)\b[\s,]*)+/i;

/** The index letter of a question: that of its first significant word, or `#` for digits and symbols. */
export function indexKey(title: string): { letter: string; key: string } {
  const rest = title.replace(questionWords, '');
  const key = (/[\p{L}\p{N}]/u.test(rest) ? rest : title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const [first = ''] = key;
  return { letter: /[a-z]/.test(first) ? first.toUpperCase() : '#', key };
}

/** A subject's questions grouped by {@link indexKey}, in alphabetical order. */
export function indexOf(entries: readonly Entry[]): { letter: string; entries: Entry[] }[] {
  const keyed = entries.map((entry) => ({ entry, ...indexKey(entry.title) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...groupBy(keyed, ({ letter }) => letter)]
    .map(([letter, group]) => ({ letter, entries: group.map(({ entry }) => entry) }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
