import { relative, resolve } from 'node:path';

import { readContent } from '@/lib/catalogue/content-folder';
import { limits } from '@/lib/limits';
import type { Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import type { LineOf } from './report';

/**
 * Reads the files of some problems for a report that shows their lines. Shows no lines of links, pipes and
 * files above the size limit.
 */
export function readLines(folder: string, problems: readonly Problem[]): LineOf {
  const texts = new Map<string, string[]>();
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const bytes = readUnlessFaulty(folder, relative(folder, resolve(file)));
    if (bytes.length <= limits.fileBytes) texts.set(file, new TextDecoder().decode(bytes).split(/\r?\n/));
  }
  return (file, line) => texts.get(file)?.[line - 1];
}

/** The bytes of a file; none if it cannot be read. */
function readUnlessFaulty(folder: string, path: string): Uint8Array {
  try {
    return readContent(folder, path);
  } catch (error) {
    if (error instanceof UserError) return new Uint8Array();
    throw error;
  }
}
