import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';
import { parseQuestionPath } from '@/lib/site';

/** The place in `localStorage` of the questions that a reader saved: a JSON array of their addresses. */
export const savedKey = 'quicktakes.saved';

const list = z.array(z.unknown());

/** The saved addresses in a stored text, each once; whatever is not the address of a question is passed over. */
export function parseSaved(text: string | null): string[] {
  if (text === null) return [];
  return cleanSaved(list.safeParse(parseJson(text)).data ?? []);
}

/** The text that {@link parseSaved} reads. */
export function formatSaved(addresses: readonly string[]): string {
  return JSON.stringify(addresses);
}

/** The addresses of questions among `values`, each once. */
export function cleanSaved(values: readonly unknown[]): string[] {
  const isAddress = (value: unknown): value is string =>
    typeof value === 'string' && parseQuestionPath(value) !== undefined;
  return [...new Set(values.filter(isAddress))];
}
