import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';

/** The key in `localStorage` of a JSON object with the id of each saved address. */
export const savedIdsKey = 'quicktakes.saved.ids';

const ids = z.record(z.string(), z.int().check(z.positive()));

/** The known ids of saved questions by address; empty for damaged data. */
export function parseSavedIds(text: string | null): ReadonlyMap<string, number> {
  const { data = {} } = ids.safeParse(parseJson(text ?? '{}'));
  return new Map(Object.entries(data));
}

/** The text that {@link parseSavedIds} reads. */
export function formatSavedIds(known: ReadonlyMap<string, number>): string {
  return JSON.stringify(Object.fromEntries(known));
}

/** The id in the front matter of a Markdown copy; undefined for other text. */
export function idInMarkdown(markdown: string): number | undefined {
  const [, frontMatter = ''] = /^---\n([^]*?)\n---\n/.exec(markdown) ?? [];
  const [, id] = /^id: (\d+)$/m.exec(frontMatter) ?? [];
  return id === undefined ? undefined : Number(id);
}
