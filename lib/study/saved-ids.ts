import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';

/** The place in `localStorage` of what is known of saved questions: a JSON object with the id of each address. */
export const savedIdsKey = 'quicktakes.saved.ids';

const ids = z.record(z.string(), z.int().check(z.positive()));

/** The ids of saved questions by their addresses, as far as they were looked up; a damaged text has none. */
export function parseSavedIds(text: string | null): ReadonlyMap<string, number> {
  return new Map(Object.entries(ids.safeParse(parseJson(text ?? '{}')).data ?? {}));
}

/** The text that {@link parseSavedIds} reads. */
export function formatSavedIds(known: ReadonlyMap<string, number>): string {
  return JSON.stringify(Object.fromEntries(known));
}

/** The id in the front matter of a question's published Markdown; undefined for any other text. */
export function idInMarkdown(markdown: string): number | undefined {
  const [, frontMatter = ''] = /^---\n([^]*?)\n---\n/.exec(markdown) ?? [];
  const [, id] = /^id: (\d+)$/m.exec(frontMatter) ?? [];
  return id === undefined ? undefined : Number(id);
}
