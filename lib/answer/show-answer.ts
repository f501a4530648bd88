import { expect } from 'vitest';

import { decodeEscapes } from './escapes';
import { formulaText } from './formula-text';
import { examineAnswer } from './examine-answer';
import { parseAnswer } from './parse';
import type { Remark } from './remark';
import { renderAnswer } from './render';
import { encodeAnswer } from './sample-answers';

/**
 * For tests: the visible text of an answer in Markdown, and its remarks. Expects the same result for both
 * forms of an answer, and the same remarks from the check.
 */
export function showAnswer(markdown: string) {
  const parsed = parseAnswer({ form: 'markdown', text: markdown });
  const { html, remarks } = renderAnswer(parsed);
  const line = encodeAnswer(markdown);
  expect(decodeEscapes(line)).toBe(markdown);
  const fromLine = renderAnswer(parseAnswer({ form: 'escaped', text: line }));
  expect(fromLine.html).toBe(html);
  expect(fromLine.remarks.map(({ code }) => code)).toEqual(remarks.map(({ code }) => code));
  expect(examineAnswer(parsed).remarks.toSorted((a, b) => a.offset - b.offset)).toEqual(remarks);
  return { html, remarks, text: textOf(html), fixed: applyFixes(markdown, remarks) };
}

/** For tests: expects that a formula is shown as `reading` without a remark, in both forms of an answer. */
export function expectReading(tex: string, reading: string) {
  const { html, remarks } = showAnswer(`It is $${tex}$ here.`);
  expect(remarks).toEqual([]);
  expect(html).toMatch(/<math [^>]*data-tex=/);
  expect(formulaText(tex)).toBe(reading);
}

/** The text of HTML. */
function textOf(html: string): string {
  return html
    .replace(/<(?:[^>"]|"[^"]*")*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replaceAll('&amp;', '&');
}

/** Applies the fixes of remarks from the last to the first. */
function applyFixes(markdown: string, remarks: readonly Remark[]): string {
  return remarks
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (text, { offset, fix }) => (fix ? text.slice(0, offset) + fix.text + text.slice(fix.end) : text),
      markdown,
    );
}
