import { diffWords } from 'diff';

import { oneLine } from '@/lib/source/hidden-characters';
import { shorten, type Problem } from '@/lib/source/problem';

/** A question that a pull request adds or changes, for a reviewer. */
export interface ChangedQuestion {
  file: string;
  /** Nothing where the file has errors. */
  page: { title: string; address: string } | undefined;
  problems: readonly Problem[];
  /** What its page said and says; only the latter of a new question. */
  before: string | undefined;
  after: string;
}

/** Words of one run that are shown; a reviewer reads longer changes in the file itself. */
const shownWords = 60;

/** Words added and removed up to which they are looked for: the time grows with their square. */
const mostEdits = 2000;

/** Changes of one question that are shown. */
const shownChanges = 30;

/**
 * What a pull request changes, as Markdown for GitHub: of each question its title, its address, its problems and the words that
 * were added and removed.
 *
 * @param problems of other files
 * @param previewUrl where the pull request can be looked at, without a slash at its end; empty where nowhere
 */
export function summarizeChanges(
  questions: readonly ChangedQuestion[],
  problems: readonly Problem[],
  previewUrl: string,
): string {
  const parts = questions.map((question) => summarizeOne(question, previewUrl));
  if (problems.length > 0) {
    const list = problems.map((problem) => `${describe(problem)} in ${code(problem.file)}`);
    parts.push(['### Other files', '', ...list].join('\n'));
  }
  return `${parts.join('\n\n') || 'No question was changed.'}\n`;
}

function describe({ line, column, severity, message, code: name }: Problem): string {
  return `- ${severity} at ${line}:${column}: ${plain(shorten(message))} (${code(name)})`;
}

function summarizeOne({ file, page, problems, before, after }: ChangedQuestion, previewUrl: string): string {
  const lines = [`### ${plain(page?.title ?? file)}`, ''];
  const kind = before === undefined ? 'New' : 'Changed';
  const address =
    page && (previewUrl === '' ? code(page.address) : `<${encodeURI(previewUrl + page.address)}>`);
  lines.push(
    `${kind}: ${code(file)}${address === undefined ? ', which has no page while it has errors' : `, ${address}`}`,
    '',
  );
  lines.push(...problems.map(describe));
  if (problems.length === 0) lines.push('- No problems.');
  if (before !== undefined) lines.push('', ...changesOf(before, after));
  return lines.join('\n');
}

function changesOf(before: string, after: string): string[] {
  const changes = diffWords(before, after, { maxEditLength: mostEdits })?.filter(
    ({ added, removed }) => added || removed,
  );
  if (!changes) return ['So much of the page was changed that it is not listed here.'];
  if (changes.length === 0) return ['The words of the page are the same.'];
  const shown = changes
    .slice(0, shownChanges)
    .map(({ added, value }) => `- ${added ? 'added' : 'removed'}: ${code(firstWords(value))}`);
  const others = changes.length - shown.length;
  return [...shown, ...(others > 0 ? [`- … and ${others} more changes`] : [])];
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.slice(0, shownWords).join(' ') + (words.length > shownWords ? ' …' : '');
}

/** A text that stands for itself in Markdown: CommonMark 0.31, 2.4. */
function plain(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The same as code: a run of backticks longer than any within encloses it (CommonMark 0.31, 6.1). */
function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}
