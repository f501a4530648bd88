import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';
import { progressData, readProgress, type Progress } from './progress';
import { cleanSaved } from './saved';

/** All that a reader's browser keeps for them. */
export interface ReaderData {
  progress: Progress;
  /** Addresses of the questions they saved. */
  saved: readonly string[];
}

const file = z.object({
  format: z.literal('quicktakes-study'),
  progress: z.unknown(),
  saved: z.array(z.unknown()),
});

/** A reader's data as a file of theirs, for another browser or for keeping. */
export function writeTransfer({ progress, saved }: ReaderData): string {
  return `${JSON.stringify({ format: 'quicktakes-study', progress: progressData(progress), saved }, null, 2)}\n`;
}

/** The data in a file that {@link writeTransfer} made; undefined for any other file, or one that is damaged. */
export function readTransfer(text: string): ReaderData | undefined {
  const { data } = file.safeParse(parseJson(text));
  if (!data) return undefined;
  const { progress, damaged } = readProgress(data.progress);
  return damaged ? undefined : { progress, saved: cleanSaved(data.saved) };
}
