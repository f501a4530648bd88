import { randomUUID } from 'node:crypto';

import { groupBy } from '@/lib/group-by';
import { oneLine } from '@/lib/source/hidden-characters';
import { formatProblem, shorten, type Problem } from '@/lib/source/problem';

export const formats = ['text', 'github', 'json'] as const;

export type Format = (typeof formats)[number];

/** A line of a file, counted from 1; undefined if it cannot be shown. */
export type LineOf = (file: string, line: number) => string | undefined;

/** Up to this number of warnings, a report shows each with its line. */
const fewWarnings = 20;

/** Number of warnings shown for each code if there are many. */
const namedOfCode = 3;

/**
 * Number of annotations of one severity that GitHub shows for one step of a workflow. It silently drops the
 * others. https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md, limitations.
 */
const annotationsShown = 10;

/**
 * Formats problems for people, GitHub or programs. All errors are shown. If there are many warnings, the
 * formats for people and GitHub show the first few of each code and count the others. The format for programs
 * is complete.
 *
 * @param showAll shows every warning
 */
export function reportProblems(
  problems: readonly Problem[],
  format: Format,
  lineOf: LineOf,
  showAll = false,
): string {
  switch (format) {
    case 'json':
      return JSON.stringify(problems.map(plain), null, 2);
    case 'github':
      return reportToGithub(problems, showAll);
    case 'text':
      return reportInText(problems, lineOf, showAll);
  }
}

/** `3 errors and 1 warning in 2 of 120 files.` */
export function summarize(problems: readonly Problem[], count: number): string {
  const { errors, warnings } = bySeverity(problems);
  const files = new Set(problems.map(({ file }) => file)).size;
  // `count` does not include lists such as `redirects.yaml`, which may have problems too.
  const all = plural(Math.max(count, files), 'file');
  if (problems.length === 0) return `0 problems in ${all}.`;
  return `${plural(errors.length, 'error')} and ${plural(warnings.length, 'warning')} in ${files.toLocaleString('en')} of ${all}.`;
}

/** The problems that a text report shows in full, with their lines. */
export function shownInFull(problems: readonly Problem[], showAll: boolean): readonly Problem[] {
  const { errors, warnings } = bySeverity(problems);
  return showAll || warnings.length <= fewWarnings ? problems : errors;
}

function bySeverity(problems: readonly Problem[]): { errors: Problem[]; warnings: Problem[] } {
  return {
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity }) => severity === 'warning'),
  };
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function plain({ file, line, column, severity, code, message }: Problem): Omit<Problem, 'fix'> {
  return { file, line, column, severity, code, message };
}

function reportInText(problems: readonly Problem[], lineOf: LineOf, showAll: boolean): string {
  const full = shownInFull(problems, showAll);
  const parts = full.map((problem) => withExcerpt(problem, lineOf(problem.file, problem.line)));
  const groups = full.length < problems.length ? groupWarnings(bySeverity(problems).warnings) : [];
  return [...parts, ...groups].join('\n');
}

/** Groups warnings by code. The code with the most warnings is last, where a terminal shows it. */
function groupWarnings(warnings: readonly Problem[]): string[] {
  const groups = [...groupBy(warnings, ({ code }) => code)].sort(
    ([a, { length: countA }], [b, { length: countB }]) => countA - countB || (a < b ? -1 : 1),
  );
  const parts = groups.flatMap(([code, ofCode]) => {
    const files = new Set(ofCode.map(({ file }) => file)).size;
    const others = ofCode.length - namedOfCode;
    return [
      `\n${code}: ${plural(ofCode.length, 'warning')} in ${plural(files, 'file')}`,
      ...byTurns(ofCode, ({ file }) => file)
        .slice(0, namedOfCode)
        .map(nameInGroup),
      ...(others > 0 ? [`  … and ${others.toLocaleString('en')} more`] : []),
    ];
  });
  return [...parts, '\nEvery warning: npm run check -- --all. What the codes mean: docs/problems.md.\n'];
}

function nameInGroup({ file, line, column, message }: Problem): string {
  return oneLine(`  ${file}:${line}:${column}  ${shorten(message)}`);
}

function reportToGithub(problems: readonly Problem[], showAll: boolean): string {
  const { errors, warnings } = bySeverity(problems);
  const annotated = [
    ...errors.slice(0, annotationsShown),
    ...byTurns(warnings, ({ code }) => code).slice(0, annotationsShown),
  ];
  const named = new Set(annotated);
  const rest = problems.filter((problem) => !named.has(problem));
  return [...annotated.map(annotate), ...logLines(rest, showAll)].join('\n');
}

/** Formats problems for the log of a step, so that quoted text cannot be read as a workflow command. */
function logLines(problems: readonly Problem[], showAll: boolean): string[] {
  if (problems.length === 0) return [];
  const token = randomUUID();
  return [`::stop-commands::${token}`, reportInText(problems, () => undefined, showAll), `::${token}::`];
}

/** Reorders problems: the first of each key, then the second of each, and so on. */
function byTurns(problems: readonly Problem[], keyOf: (problem: Problem) => string): Problem[] {
  const seen = new Map<string, number>();
  const ranked = problems.map((problem) => {
    const key = keyOf(problem);
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { problem, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ problem }) => problem);
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions, setting an error message. */
function annotate({ file, line, column, severity, code, message }: Problem): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(message)}`;
}

/** Number of characters of a long line that are shown on each side of the place. */
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
