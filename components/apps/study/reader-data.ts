import { useMemo } from 'react';

import {
  formatProgress,
  mergeProgress,
  parseProgress,
  progressKey,
  type Progress,
  type ProgressResult,
} from '@/lib/study/progress';
import { cleanSaved, formatSaved, parseSaved, savedKey } from '@/lib/study/saved';
import { reviewCard, type Grade } from '@/lib/study/schedule';
import type { ReaderData } from '@/lib/study/backup';
import type { SessionCard } from './decks';
import { readText, useStoredText, writeText } from './stored-text';

/**
 * Key of unreadable progress. It is stored here before it is overwritten, because a later version may
 * understand it.
 */
const damagedKey = `${progressKey}.damaged`;

/** The reader's stored progress. */
export function useProgress(): ProgressResult {
  const text = useStoredText(progressKey);
  return useMemo(() => parseProgress(text), [text]);
}

/** Addresses of the reader's saved questions. */
export function useSaved(): string[] {
  const text = useStoredText(savedKey);
  return useMemo(() => parseSaved(text), [text]);
}

/** Records an answer. @returns the new progress, and whether the browser stores it */
export function recordAnswer(
  { id, subject }: SessionCard,
  grade: Grade,
  now: number,
): { progress: Progress; stored: boolean } {
  return changeProgress((before) =>
    new Map(before).set(id, reviewCard(before.get(id), subject.slug, grade, now)),
  );
}

/** Adds imported data to the stored data. @returns whether the browser stores it */
export function addReaderData({ progress, saved }: ReaderData): boolean {
  const { stored } = changeProgress((before) => mergeProgress(before, progress));
  const all = cleanSaved([...parseSaved(readText(savedKey)), ...saved]);
  return writeText(savedKey, formatSaved(all)) && stored;
}

/** Starts from the stored progress, because another tab may have changed it. */
function changeProgress(change: (before: Progress) => Progress): { progress: Progress; stored: boolean } {
  const text = readText(progressKey);
  const before = parseProgress(text);
  if (before.isDamaged && text !== null) writeText(damagedKey, text);
  const progress = change(before.progress);
  return { progress, stored: writeText(progressKey, formatProgress(progress)) };
}
