import { decodeEscapes } from '@/lib/answer/escapes';
import { renderMarkdown } from '@/lib/answer/render';
import { examine } from '@/lib/edit/examine';
import { limits } from '@/lib/limits';
import { readArticle, type Article } from '@/lib/source/article';
import { findHiddenCharacters } from '@/lib/source/hidden-characters';
import { formatProblem, type Problem } from '@/lib/source/problem';
import { answerDangers } from '../hostile/dangers';
import { timeOnProcessor } from '../processor-time';

/** Path of the tried file, which gives it a valid address. */
const path = 'physics/question.md';

/** The first guarantee that fails for the bytes of a content file, as a sentence; undefined if all hold. */
export function findViolation(bytes: Uint8Array): string | undefined {
  try {
    const { result: violation, milliseconds } = timeOnProcessor(() => findIn(bytes));
    if (milliseconds > limits.answerMilliseconds)
      return `it takes longer than ${limits.answerMilliseconds} ms`;
    return violation;
  } catch (error) {
    // Any exception is a violation.
    return `it throws: ${error instanceof Error ? `${error.message} ${firstOwnLine(error)}` : String(error)}`;
  }
}

function firstOwnLine({ stack = '' }: Error): string {
  return /at .*\/lib\/(?!testing).*$/m.exec(stack)?.[0].replace(/\(.*\/lib\//, '(lib/') ?? '';
}

function findIn(bytes: Uint8Array): string | undefined {
  const source = { file: path, path, bytes };
  const { problems, entry } = examine(source);
  const { article } = readArticle(source);
  return (
    findMisplaced(problems, new TextDecoder().decode(bytes)) ??
    (problems.length > limits.problemsOfFile ? 'its problems are not bounded' : undefined) ??
    (entry === undefined && problems.length === 0 ? 'it disappears without a word' : undefined) ??
    (article && (findInArticle(article, bytes) ?? findInPage(article)))
  );
}

function findMisplaced(problems: readonly Problem[], text: string): string | undefined {
  const lines = text.split('\n');
  for (const problem of problems) {
    const { line, column, code } = problem;
    const found = lines[line - 1];
    const isStart = line === 1 && column === 1;
    if (!isStart && (found === undefined || !(column >= 1) || column > found.length + 1)) {
      return `the problem ${code} stands at ${line}:${column}, which the file does not have`;
    }
    const shown = formatProblem(problem);
    if (/[\n\r\u2028\u2029]/.test(shown) || findHiddenCharacters(shown).length > 0) {
      return `the problem ${code} is not one line that can be seen`;
    }
  }
  return undefined;
}

function findInArticle({ answer, ...article }: Article, bytes: Uint8Array): string | undefined {
  const { address, title, author } = article;
  if (address !== '/learn/physics/questions/question') return `its address is ${address}`;
  if (title.trim() === '' || author.trim() === '') return 'it has no title or no author';
  if (findHiddenCharacters(JSON.stringify(article)).length > 0) return 'a key has hidden characters';
  const isUntouched = new TextDecoder().decode(bytes).endsWith(answer.text);
  return answer.form === 'markdown' && !isUntouched ? 'its Markdown is not what was typed' : undefined;
}

function findInPage({ answer: { form, text } }: Article): string | undefined {
  const markdown = form === 'escaped' ? decodeEscapes(text) : text;
  if (form === 'escaped' && decodeEscapes(markdown) !== markdown)
    return 'decoding twice is not decoding once';
  const { html, headings, remarks } = renderMarkdown(markdown);
  const [danger] = answerDangers(html);
  if (danger !== undefined) return `its page has ${danger}`;
  if (/[\uFDD0-\uFDD2]/.test(html)) return 'the stand-in of a formula is left on its page';
  if (remarks.some(({ offset }) => !(offset >= 0 && offset <= markdown.length)))
    return 'a remark leads nowhere';
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  if (new Set(ids).size !== ids.length) return 'an id stands twice on its page';
  return headings.some(({ id }) => !ids.includes(id)) ? 'a heading has no id' : undefined;
}
