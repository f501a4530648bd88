import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findHiddenCharacters } from '@/lib/source/hidden-characters';
import type { Problem } from '@/lib/source/problem';
import { reportProblems, summarize } from './report';

/** Texts with signs that a terminal, a log or a workflow command gives a meaning to. */
const text = fc.string({
  unit: fc.constantFrom(
    ...['a', 'é', ' ', ':', ',', '%', '%0A', '\n', '\r', '\t', '\u001B[2J', '\u0085', '\u202E'],
  ),
  maxLength: 12,
});

const place = fc.integer({ min: 1, max: 200 });

const problem: fc.Arbitrary<Problem> = fc.record({
  file: text,
  line: place,
  column: place,
  severity: fc.constantFrom('error', 'warning'),
  code: fc.constantFrom('yaml', 'link-broken', 'answer-thin'),
  message: text.map((message) => `${message}\n::error::x`),
});

const none = () => undefined;

/** The inverse of the escapes of workflow commands. */
const unescape = (escaped: string) =>
  escaped.replace(/%(0A|0D|25|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

describe('a report', () => {
  test('as text has no character that a terminal obeys, whatever the files contain', () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 30 }), text, fc.boolean(), (problems, line, showAll) => {
        const report = reportProblems(problems, 'text', () => line, showAll);
        expect(findHiddenCharacters(report)).toEqual([]);
        expect(report).not.toMatch(/[\r\u0085]/);
      }),
    );
  });

  test('as text marks the character at the place of the problem', () => {
    const lines = fc.string({ unit: fc.constantFrom('a', 'é', '\t', ' '), minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(lines, fc.nat(), problem, (before, at, found) => {
        const column = (at % before.length) + 1;
        const line = `${before.slice(0, column - 1)}X${before.slice(column)}`;
        const [, shown = '', marker = ''] = reportProblems([{ ...found, column }], 'text', () => line).split(
          '\n',
        );
        expect(shown.charAt(marker.indexOf('^'))).toBe('X');
        expect(marker.trimEnd().endsWith('^')).toBe(true);
      }),
    );
  });

  test('as text shows no line that is empty or unknown', () => {
    fc.assert(
      fc.property(problem, fc.constantFrom(undefined, '', ' \t'), (found, line) => {
        expect(reportProblems([found], 'text', () => line).split('\n')).toHaveLength(1);
      }),
    );
  });

  test('for GitHub has one command for each problem, from which all values can be read', () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 10 }), (problems) => {
        const errors = problems.map((found): Problem => ({ ...found, severity: 'error' }));
        const report = reportProblems(errors, 'github', none);
        const read =
          report === ''
            ? []
            : report.split('\n').map((line) => {
                const [, severity, file = '', row, column, code = '', message = ''] =
                  /^::(\w+) file=([^,]*),line=(\d+),col=(\d+),title=([^,]*?)::(.*)$/.exec(line) ?? [];
                return {
                  severity,
                  file: unescape(file),
                  line: Number(row),
                  column: Number(column),
                  code: unescape(code),
                  message: unescape(message),
                };
              });
        expect(read).toEqual(errors);
      }),
    );
  });

  test('for GitHub has no other command between the two that stop and resume commands', () => {
    const many = fc.array(problem, { minLength: 30, maxLength: 40 });
    fc.assert(
      fc.property(many, (problems) => {
        const warnings = problems.map((found): Problem => ({ ...found, severity: 'warning' }));
        const lines = reportProblems(warnings, 'github', none).split('\n');
        const stop = lines.findIndex((line) => line.startsWith('::stop-commands::'));
        expect(stop).toBe(10);
        const token = lines[stop]?.slice('::stop-commands::'.length) ?? '';
        expect(lines.filter((line) => line === `::${token}::`)).toEqual([lines.at(-1)]);
      }),
    );
  });
});

test('a sum has each file once, counts with commas, and lists that are no questions', () => {
  const found: Problem = { file: 'a.md', line: 1, column: 1, severity: 'warning', code: 'c', message: 'm' };
  expect(summarize([found, { ...found, line: 2 }], 12_345)).toBe(
    '0 errors and 2 warnings in 1 of 12,345 files.',
  );
  expect(summarize([found, { ...found, file: 'redirects.yaml', severity: 'error' }], 1)).toBe(
    '1 error and 1 warning in 2 of 2 files.',
  );
});
