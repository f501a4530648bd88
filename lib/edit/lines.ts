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
export async function readLines(folder: string, problems: readonly Problem[]): Promise<LineOf> {
  const texts = new Map<string, string[]>();
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const bytes = await readContent(folder, relative(folder, resolve(file))).catch((error: unknown) => {
      if (error instanceof UserError) return new Uint8Array();
      throw error;
    });
    if (bytes.length <= limits.fileBytes) texts.set(file, new TextDecoder().decode(bytes).split(/\r?\n/));
  }
  return (file, line) => texts.get(file)?.[line - 1];
}
