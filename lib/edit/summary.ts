import { diffWords } from 'diff';

import { addAll } from '@/lib/add-all';
import { oneLine } from '@/lib/source/hidden-characters';
import { shorten, type Problem } from '@/lib/source/problem';

/** A question that a pull request adds or changes, as shown to a reviewer. */
export interface ChangedQuestion {
  file: string;
  /** Undefined if the file has errors. */
  page: { title: string; address: string } | undefined;
  problems: readonly Problem[];
  /** The text of its page before and after the change; a new question has only the latter. */
  before: string | undefined;
  after: string;
}

/**
 * Number of words shown for each added or removed passage. A reviewer reads longer ones in the file itself.
 */
const shownWords = 60;

/**
 * Maximum number of added and removed words for which a comparison is computed, because its time grows with
 * their square.
 */
const mostEdits = 2000;

/** Number of changes shown for each question. */
const shownChanges = 30;

/**
 * The changes of a pull request as Markdown for GitHub: title, address and problems of each question, and the
 * words that were added and removed.
 *
 * @param problems of other files
 * @param previewUrl address of a preview of the pull request, without a slash at its end; empty if there is
 *   none
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
  addAll(lines, problems.map(describe));
  if (problems.length === 0) lines.push('- No problems.');
  if (before !== undefined) addAll(lines, ['', ...changesOf(before, after)]);
  return lines.join('\n');
}

function changesOf(before: string, after: string): string[] {
  const changes = diffWords(before, after, { maxEditLength: mostEdits })?.filter(
    ({ added, removed }) => added || removed,
  );
  if (!changes) return ['Too much of the page was changed to list it here.'];
  if (changes.length === 0) return ['The words of the page did not change.'];
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

/** Escapes a text for Markdown (CommonMark 0.31, 2.4). */
function plain(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * Formats a text as inline code, enclosed in more backticks than any run within it (CommonMark 0.31, 6.1).
 */
function code(text: string): string {
  const line = oneLine(text);
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}
