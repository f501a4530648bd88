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

/** `file:line:column  severity  message  [code]`, one line. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, code } = problem;
  return `${file}:${line}:${column}  ${severity}  ${message}  [${code}]`;
}
