import { limits } from '@/lib/limits';
import { oneLine } from './hidden-characters';

/** A fault in a content file that a person must fix, with its place. */
export interface Problem {
  /** Path as a person would type it: relative to the working directory if that is shorter. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in characters. */
  column: number;
  severity: 'error' | 'warning';
  /** Stable identifier of the kind of problem. */
  code: string;
  /** What was found, what was expected and how to fix it. */
  message: string;
  /** A fix that is certainly correct: replaces the text from the place of the problem up to `until`. */
  fix?: { until: Place; text: string };
}

/** A place in a text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A problem without its file, as returned by functions that read one text. */
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

/** Sorts by file, line and column, the order in which a person fixes problems. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Maximum characters of a message, which may quote the contents of a file. */
const longestMessage = 600;

/** Formats a problem as `file:line:column  severity  message  [code]`, always on one line. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, code } = problem;
  return oneLine(`${file}:${line}:${column}  ${severity}  ${shorten(message)}  [${code}]`);
}

/** Shortens a message to a readable length. */
export function shorten(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

/**
 * The problems of one text that are reported: all of them, or up to `limits.problemsOfFile` with the errors
 * first, and a last one that says that there are more.
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
  const message = 'There are more problems from here on: fix those above first.';
  return next ? [...named, { ...next, fix: undefined, code: 'too-many-problems', message }] : named;
}
