import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';
import { parseQuestionPath } from '@/lib/site';

/** The key in `localStorage` of a JSON array with the addresses of saved questions. */
export const savedKey = 'quicktakes.saved';

const list = z.array(z.unknown());

/** Parses stored addresses, without duplicates. Skips values that are not addresses of questions. */
export function parseSaved(text: string | null): string[] {
  if (text === null) return [];
  return cleanSaved(list.safeParse(parseJson(text)).data ?? []);
}

/** The text that {@link parseSaved} reads. */
export function formatSaved(addresses: readonly string[]): string {
  return JSON.stringify(addresses);
}

/** The addresses of questions among `values`, without duplicates. */
export function cleanSaved(values: readonly unknown[]): string[] {
  const isAddress = (value: unknown): value is string =>
    typeof value === 'string' && parseQuestionPath(value) !== undefined;
  return [...new Set(values.filter(isAddress))];
}
