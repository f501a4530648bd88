import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { contentFolder, pathsWithin } from '@/lib/catalogue/content-folder';
import { readChangedQuestions } from '@/lib/edit/changed-questions';
import { findChanges } from '@/lib/edit/changes';
import { checkLibrary, type CheckedLibrary } from '@/lib/edit/check';
import { applyFixes } from '@/lib/edit/fix';
import { findGoneAddresses } from '@/lib/edit/gone';
import { readLines } from '@/lib/edit/lines';
import { formats, reportProblems, shownInFull, summarize } from '@/lib/edit/report';
import { summarizeChanges } from '@/lib/edit/summary';
import { groupBy } from '@/lib/group-by';
import { chooseOption, parseOptions } from '@/lib/parse-options';
import { hasErrors, type Problem } from '@/lib/source/problem';
import { main } from './main';

/** Milliseconds before the first progress line, and between two of them. */
const patience = 1000;

main(async () => {
  const { values, positionals } = parseOptions({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      changed: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      summary: { type: 'boolean', default: false },
    },
  });
  const format = chooseOption('format', values.format, formats);
  const folder = contentFolder();
  const check = async () => {
    const library = await checkLibrary(folder, { progress: showProgress() });
    return {
      library,
      problems: await select(library, folder, positionals, values.changed || values.summary),
    };
  };

  let { library, problems } = await check();
  if (values.fix && (await fixFiles(problems))) ({ library, problems } = await check());
  if (hasErrors(problems)) process.exitCode = 1;
  if (values.summary) {
    console.log(await summarizeFor(folder, problems));
    return;
  }
  const lineOf = format === 'text' ? readLines(folder, shownInFull(problems, values.all)) : () => undefined;
  const report = reportProblems(problems, format, lineOf, values.all);
  if (report !== '') console.log(report);
  if (format !== 'json') console.log(summarize(problems, library.count));
});

/** The summary for reviewers of a pull request, with links to `PREVIEW_URL`. */
async function summarizeFor(folder: string, problems: readonly Problem[]): Promise<string> {
  const questions = await readChangedQuestions(folder, await findChanges(folder), problems);
  const named = new Set(questions.map(({ file }) => file));
  const others = problems.filter(({ file }) => !named.has(file));
  return summarizeChanges(questions, others, (process.env.PREVIEW_URL ?? '').replace(/\/+$/, ''));
}

async function select(
  library: CheckedLibrary,
  folder: string,
  files: readonly string[],
  onlyChanged: boolean,
): Promise<Problem[]> {
  let { problems } = library;
  if (files.length > 0) {
    pathsWithin(folder, files);
    const wanted = new Set(files.map((file) => resolve(file)));
    problems = problems.filter(({ file }) => wanted.has(resolve(file)));
  }
  if (!onlyChanged) return problems;
  const changes = await findChanges(folder);
  return [
    ...problems.filter(({ file }) => changes.changed.has(resolve(file))),
    ...findGoneAddresses(library, folder, changes.gone),
  ];
}

async function fixFiles(problems: readonly Problem[]): Promise<boolean> {
  let fixed = 0;
  for (const [file, found] of groupBy(problems, ({ file }) => file)) {
    const { text, count } = applyFixes(await readFile(file, 'utf8'), found);
    if (count === 0) continue;
    await writeFile(file, text);
    console.error(`Fixed ${count} in ${file}`);
    fixed += count;
  }
  return fixed > 0;
}

function showProgress(): (done: number, total: number) => void {
  let last = Date.now();
  return (done, total) => {
    if (!process.stderr.isTTY || Date.now() - last < patience) return;
    last = Date.now();
    process.stderr.write(`\r${done} of ${total} files …\x1b[K${done === total ? '\r\x1b[K' : ''}`);
  };
}
