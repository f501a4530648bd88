import { readFileSync } from 'node:fs';

import { replaceFile } from '@/lib/files/replace-file';
import { groupBy } from '@/lib/group-by';
import { isSystemError } from '@/lib/system-error';

/**
 * The day (YYYY-MM-DD) of the last change of each file, by its path within the content folder, as of a
 * commit.
 */
export interface KnownDays {
  commit: string;
  days: ReadonlyMap<string, string>;
}

/** Precedes each day, and ends a complete file. No path contains this character. */
const mark = '\0';

/** Writes known days atomically. */
export function writeKnownDays(path: string, { commit, days }: KnownDays): void {
  const lines = [commit];
  for (const [day, files] of groupBy([...days], ([, dayOfFile]) => dayOfFile)) {
    lines.push(mark + day);
    for (const [file] of files) lines.push(file);
  }
  lines.push(mark);
  replaceFile(path, lines.join('\n'));
}

/** Reads known days; undefined if the file is missing or incomplete. */
export function readKnownDays(path: string): KnownDays | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
  const [commit = '', ...lines] = text.split('\n');
  if (lines.pop() !== mark) return undefined;
  const days = new Map<string, string>();
  let day = '';
  for (const line of lines) {
    if (line.startsWith(mark)) day = line.slice(mark.length);
    else days.set(line, day);
  }
  return { commit, days };
}
