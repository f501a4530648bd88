import { oneLine } from '@/lib/source/hidden-characters';
import { formatProblem, type Problem } from '@/lib/source/problem';

export const formats = ['text', 'github', 'json'] as const;

export type Format = (typeof formats)[number];

/**
 * Problems as people, GitHub or programs read them.
 *
 * @param lineOf the text of a line of a file, counted from 1, where it can be shown
 */
export function reportProblems(
  problems: readonly Problem[],
  format: Format,
  lineOf: (file: string, line: number) => string | undefined,
): string {
  switch (format) {
    case 'json':
      return JSON.stringify(problems.map(plain), null, 2);
    case 'github':
      return problems.map(annotate).join('\n');
    case 'text':
      return problems.map((problem) => withExcerpt(problem, lineOf(problem.file, problem.line))).join('\n');
  }
}

/** `3 errors and 1 warning in 2 of 120 files.` */
export function summarize(problems: readonly Problem[], count: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  const all = `${count} ${count === 1 ? 'file' : 'files'}`;
  if (problems.length === 0) return `0 problems in ${all}.`;
  return `${plural(errors, 'error')} and ${plural(warnings, 'warning')} in ${files} of ${all}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function plain({ file, line, column, severity, code, message }: Problem): Omit<Problem, 'fix'> {
  return { file, line, column, severity, code, message };
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions, setting an error message. */
function annotate({ file, line, column, severity, code, message }: Problem): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(message)}`;
}

/** Characters of a long line that are shown on either side of the place. */
const excerptRadius = 50;

function withExcerpt(problem: Problem, line: string | undefined): string {
  if (line === undefined || line.trim() === '') return formatProblem(problem);
  const from = Math.max(0, problem.column - 1 - excerptRadius);
  const shown = oneLine(line.slice(from, problem.column - 1 + excerptRadius));
  const prefix = from > 0 ? '…' : '';
  const suffix = line.length > problem.column - 1 + excerptRadius ? '…' : '';
  const gutter = String(problem.line);
  const marker = ' '.repeat(prefix.length + problem.column - 1 - from);
  return `${formatProblem(problem)}\n  ${gutter} | ${prefix}${shown}${suffix}\n  ${' '.repeat(gutter.length)} | ${marker}^`;
}
