import { relative, resolve, sep } from 'node:path';

import { decodeEscapes } from '@/lib/answer/escapes';
import { displayPath, readContent } from '@/lib/catalogue/content-folder';
import { askGit } from '@/lib/catalogue/git';
import { readArticle, type Article, type Reading } from '@/lib/source/article';
import type { Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import type { ContentChanges } from './changes';
import type { ChangedQuestion } from './summary';

/**
 * The changed questions of a content folder, by file, with the texts of their pages before and after the
 * change.
 *
 * @param problems of these and other files
 */
export async function readChangedQuestions(
  folder: string,
  { changed, root, base }: ContentChanges,
  problems: readonly Problem[],
): Promise<ChangedQuestion[]> {
  const questions: ChangedQuestion[] = [];
  for (const absolute of [...changed].sort()) {
    const path = relative(folder, absolute).split(sep).join('/');
    if (!path.endsWith('.md') || path.startsWith('..')) continue;
    const file = displayPath(folder, path);
    const reading = readNow(folder, path, file);
    if (!reading) continue;
    const then = await readThen(root, base, relative(root, absolute).split(sep).join('/'));
    const old = then === undefined ? undefined : readArticle({ file, path, bytes: Buffer.from(then) });
    const { article } = reading;
    questions.push({
      file,
      page: article && { title: article.title, address: article.address },
      problems: problems.filter((problem) => resolve(problem.file) === absolute),
      before: old && textOf(old.article ?? old.unfinished),
      after: textOf(article ?? reading.unfinished),
    });
  }
  return questions;
}

/**
 * Reads a file as it is now; undefined if it is not a readable file or no longer exists, which the check
 * reports.
 */
function readNow(folder: string, path: string, file: string): Reading | undefined {
  try {
    return readArticle({ file, path, bytes: readContent(folder, path) });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The text of a file at a commit, or undefined if the file did not exist. */
async function readThen(root: string, commit: string, path: string): Promise<string | undefined> {
  const listed = await askGit(root, 'ls-tree', '--name-only', '-z', commit, '--', path);
  if (!('text' in listed) || listed.text === '') return undefined;
  const shown = await askGit(root, 'show', `${commit}:${path}`);
  return 'text' in shown ? shown.text : undefined;
}

/** The text of an article that a page shows, in the order of the page. */
function textOf(article: Article | undefined): string {
  if (!article) return '';
  const { form, text } = article.answer;
  const answer = form === 'escaped' ? decodeEscapes(text) : text;
  return [article.question, article.shortAnswer ?? '', answer, article.description].join('\n\n').trim();
}
