import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem } from '@/lib/source/problem';
import type { Corpus } from './corpus';
import { activeElements, pageDangers } from './dangers';
import { isText, type HostileFile } from './hostile-file';

/**
 * Finds hostile files with an unexpected result, one line each.
 *
 * @param out the built release
 * @param problems results of the check, with files relative to the working directory or absolute
 * @param givenUp files that the build rejected because of a time limit, with the same names
 */
export function findFaults(
  folder: string,
  out: string,
  { hostile, good }: Corpus,
  problems: readonly Problem[],
  givenUp: readonly string[],
): string[] {
  const byPath = new Map<string, Problem[]>();
  for (const problem of problems) {
    const path = pathWithin(folder, problem.file);
    byPath.set(path, [...(byPath.get(path) ?? []), problem]);
  }
  const refused = new Set(givenUp.map((file) => pathWithin(folder, file)));
  const isBuilt = (page: string) => existsSync(join(out, page));
  return [
    ...good.flatMap((path, index) => {
      const html = isBuilt(pageOf(path)) ? readFileSync(join(out, pageOf(path)), 'utf8') : '';
      return html.includes(`Question ${index + 1}?`) ? [] : [`${path} was not built as it is`];
    }),
    ...hostile.flatMap((file) => {
      const named = byPath.get(file.path.replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, '\uFFFD')) ?? [];
      const isThere =
        isBuilt(file.page ?? pageOf(file.path)) || (file.fate === 'either' && refused.has(file.path));
      return misjudged(file, named, isThere);
    }),
    ...dangersOfPages(out, pageOf(good[0] ?? '')),
  ];
}

/** Pages with React, whose scripts no other page has. */
const apps = ['search.html', 'study.html'];

function dangersOfPages(out: string, goodPage: string): string[] {
  const own = activeElements(readFileSync(join(out, goodPage), 'utf8'));
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.html') && !apps.includes(path),
  );
  return pages.flatMap((page) =>
    pageDangers(readFileSync(join(out, page), 'utf8'), own).map((danger) => `${page} has ${danger}`),
  );
}

function misjudged(file: HostileFile, problems: readonly Problem[], isBuilt: boolean): string[] {
  const shown = `${file.family} ${JSON.stringify(file.path.slice(0, 100))}`;
  const isRefused = problems.some(({ severity }) => severity === 'error');
  const outside = problems.filter((problem) => !isInside(problem, file));
  const faults = outside.map(
    ({ code, line, column }) => `${shown}: ${code} at ${line}:${column}, which is not in the file`,
  );
  switch (file.fate) {
    case 'refused':
      return isRefused ? faults : [...faults, `${shown} was not refused`];
    case 'built':
      return isBuilt && !isRefused
        ? faults
        : [...faults, `${shown} was not built: ${JSON.stringify(problems)}`];
    case 'either':
      return isBuilt || isRefused ? faults : [...faults, `${shown} disappeared`];
    case 'passed over':
      return isBuilt || isRefused ? [...faults, `${shown} was not passed over`] : faults;
  }
}

/** Whether the place of a problem is in the file, or just after its last character. */
function isInside({ line, column }: Problem, { content }: HostileFile): boolean {
  if (!isText(content)) return line === 1 && column === 1;
  if (line === 1 && column === 1) return true;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const found = text.split('\n')[line - 1];
  return found !== undefined && column >= 1 && column <= found.length + 1;
}

function pathWithin(folder: string, file: string): string {
  return file.replace(`${folder}/`, '');
}

/** The path of a question's page within a release. */
function pageOf(path: string): string {
  const parts = path.replace(/\.md$/, '').split('/');
  return `learn/${parts[0] ?? ''}/questions/${parts.at(-1) ?? ''}.html`;
}
