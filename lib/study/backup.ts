import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';
import { progressData, readProgress, type Progress } from './progress';
import { cleanSaved } from './saved';

/** The data that a reader can export: progress and saved questions. */
export interface ReaderData {
  progress: Progress;
  /** Addresses of saved questions. */
  saved: readonly string[];
}

const file = z.object({
  format: z.literal('quicktakes-study'),
  progress: z.unknown(),
  saved: z.array(z.unknown()),
});

/** Exports a reader's data as a file, for backup or another browser. */
export function formatBackup({ progress, saved }: ReaderData): string {
  return `${JSON.stringify({ format: 'quicktakes-study', progress: progressData(progress), saved }, null, 2)}\n`;
}

/** Reads a file of {@link formatBackup}; undefined for any other or a damaged file. */
export function parseBackup(text: string): ReaderData | undefined {
  const { data } = file.safeParse(parseJson(text));
  if (!data) return undefined;
  const { progress, isDamaged } = readProgress(data.progress);
  return isDamaged ? undefined : { progress, saved: cleanSaved(data.saved) };
}
