import { limits } from '@/lib/limits';
import { oneLine } from './hidden-characters';

/** Something in a content file that a person has to mend, with the place where it stands. */
export interface Problem {
  /** Path as a person would type it: relative to the working directory where that is shorter. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in characters. */
  column: number;
  severity: 'error' | 'warning';
  /** Stable name of the kind of problem. */
  code: string;
  /** What was found, what was expected and what to do. */
  message: string;
  /** What certainly mends it: this text in place of what stands from the problem's place to `until`. */
  fix?: { until: Place; text: string };
}

/** A place in a text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A problem that still lacks its file: what the readers of one text return. */
export type Finding = Omit<Problem, 'file'>;

export function errorAt(place: Place, code: string, message: string): Finding {
  return { line: place.line, column: place.column, severity: 'error', code, message };
}

export function warningAt(place: Place, code: string, message: string): Finding {
  return { line: place.line, column: place.column, severity: 'warning', code, message };
}

export function hasErrors(problems: readonly { severity: Problem['severity'] }[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** By file, then line, then column: the order in which a person works through them. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Characters of a message, which may quote what stands in a file. */
const longestMessage = 600;

/** `file:line:column  severity  message  [code]`, one line whatever the message quotes. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, code } = problem;
  return oneLine(`${file}:${line}:${column}  ${severity}  ${shorten(message)}  [${code}]`);
}

/** A message as far as a person reads it. */
export function shorten(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

/**
 * What is named one by one of the problems of one text: all, or as many as `limits.problemsOfFile` with the errors first,
 * and a last one that says that there are others.
 */
export function boundProblems<Kind extends Pick<Problem, 'severity' | 'code' | 'message'>>(
  problems: readonly Kind[],
): Kind[] {
  if (problems.length <= limits.problemsOfFile) return [...problems];
  const [errors, warnings] = [true, false].map((wanted) =>
    problems.filter(({ severity }) => (severity === 'error') === wanted),
  );
  const sorted = [...(errors ?? []), ...(warnings ?? [])];
  const named = sorted.slice(0, limits.problemsOfFile - 1);
  const next = sorted[named.length];
  const message = 'There are more problems from here on: mend those above first.';
  return next ? [...named, { ...next, fix: undefined, code: 'too-many-problems', message }] : named;
}
