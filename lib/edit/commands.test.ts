import { readFile, symlink } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { addRedirects, readRedirects } from '@/lib/catalogue/redirects';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readArticle } from '@/lib/source/article';
import type { Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { needs } from '@/lib/testing/needs';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { findChanges } from './changes';
import { checkLibrary } from './check';
import { applyFixes } from './fix';
import { findGoneAddresses } from './gone';
import { planMove } from './move';
import { draftQuestion } from './new-question';
import { reportProblems, shownInFull, summarize } from './report';

const temporary = temporaryFolder();

function article(id: number, title: string, rest = '', body = 'An answer.'): string {
  return `---\nid: ${id}\ndate: 2025-01-10\ntitle: ${title}\nsubject: Law\nseo:\n  page_description: About ${id}.\n${rest}---\n${body}\n`;
}

const names = { law: { name: 'Law' }, 'fine-art': { name: 'Fine Art' } };

describe('a library that is checked', () => {
  test('that is empty is explained', async () => {
    await expect(checkLibrary(temporary.path)).rejects.toThrow(
      new UserError(
        `The content folder ${temporary.path} contains no questions. Put one at <subject>/<slug>.md, or point CONTENT_DIR at another folder.`,
      ),
    );
  });

  test('names what would otherwise be passed over', async () => {
    await temporary.put('law/a.md', article(1, 'A?'));
    await symlink(join(temporary.path, 'law/a.md'), join(temporary.path, 'law/c.md'));
    const { problems } = await checkLibrary(temporary.path);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'file-name',
    ]);
  });
});

describe('a new question', () => {
  test('is a valid file with the next free id', async () => {
    await temporary.put('law/what-is-a-tort.md', article(41, 'What is a tort?'));
    const catalogue = loadCatalogue(temporary.path);
    const draft = draftQuestion(
      { question: 'Who owns a “sunken” ship?', subject: 'law', today: '2026-01-02' },
      catalogue,
      names,
    );
    expect(draft).toMatchObject({
      address: '/learn/law/questions/who-owns-a-sunken-ship',
      path: 'law/who-owns-a-sunken-ship.md',
      alike: [],
    });
    const { article: read, problems } = readArticle({
      file: draft.path,
      path: draft.path,
      bytes: new TextEncoder().encode(draft.text),
    });
    expect(problems).toEqual([]);
    expect(read).toMatchObject({
      id: 42,
      date: '2026-01-02',
      title: 'Who owns a “sunken” ship?',
      subject: { name: 'Law' },
    });
  });

  test('is compared with those there are', async () => {
    await temporary.put('law/what-is-a-tort.md', article(1, 'What is a tort in law?'));
    const catalogue = loadCatalogue(temporary.path);
    const draft = (question: string, subject = 'Law') =>
      draftQuestion({ question, subject, today: '2026-01-02' }, catalogue, names);
    expect(draft('In law, what is the tort?').alike.map(({ slug }) => slug)).toEqual(['what-is-a-tort']);
    expect(() => draft('What is a tort?')).toThrow('already');
    expect(() => draft('Why?', 'Alchemy')).toThrow(
      '"Alchemy" is not a subject of subjects.yaml. Choose one of Law, Fine Art',
    );
    expect(() => draft('???')).toThrow('--slug');
  });
});

describe('a move', () => {
  test('takes the file, every reference and the readers along', async () => {
    const old = '/learn/law/questions/a';
    await temporary.put('law/a.md', article(1, 'A?', `file_name: a.md\nurl: ${old}\n`, `See [me](${old}).`));
    await temporary.put(
      'law/b.md',
      article(2, 'B?', `related_article1:\n  url: ${old}\n`, `[a](${old}#x) [ab](${old}-b)`),
    );
    await temporary.put('law/c.md', article(3, 'C?'));
    await temporary.put('redirects.yaml', `/learn/law/questions/older: ${old}\n`);
    const move = await planMove(
      temporary.path,
      { oldName: 'a', newName: '/learn/fine-art/questions/new' },
      loadCatalogue(temporary.path),
      names,
    );
    expect([...move.writes.keys()].sort()).toEqual(['fine-art/new.md', 'law/b.md', 'redirects.yaml']);
    expect(move.remove).toEqual(['law/a.md']);
    expect([...move.moved]).toEqual([[old, '/learn/fine-art/questions/new']]);
    const moved = move.writes.get('fine-art/new.md') ?? '';
    const { article: read, problems } = readArticle({
      file: 'x',
      path: 'fine-art/new.md',
      bytes: new TextEncoder().encode(moved),
    });
    expect(problems).toEqual([]);
    expect(read?.subject).toEqual({ slug: 'fine-art', name: 'Fine Art' });
    expect(moved).toContain('See [me](/learn/fine-art/questions/new).');
    expect(move.writes.get('law/b.md')).toContain(
      '[a](/learn/fine-art/questions/new#x) [ab](/learn/law/questions/a-b)',
    );
    expect(move.writes.get('redirects.yaml')).toBe(
      `/learn/law/questions/older: /learn/fine-art/questions/new\n${old}: /learn/fine-art/questions/new\n`,
    );
  });

  test('to nowhere, to a place that is taken, or of nothing is refused', async () => {
    await temporary.put('law/a.md', article(1, 'A?'));
    await temporary.put('law/b.md', article(2, 'B?'));
    const catalogue = loadCatalogue(temporary.path);
    const plan = (oldName: string, newName: string) =>
      planMove(temporary.path, { oldName, newName }, catalogue, names);
    await expect(plan('x', 'y')).rejects.toThrow('There is no question "x".');
    await expect(plan('a', 'b')).rejects.toThrow('already');
    await expect(plan('a', 'B_')).rejects.toThrow('is not an address');
    await expect(plan('a', '/learn/alchemy/questions/a')).rejects.toThrow('no subject "alchemy"');
  });

  test('back and forth leaves no chain and no circle', () => {
    const [a, b] = ['/learn/law/questions/a', '/learn/law/questions/b'];
    const there = addRedirects('', new Map([[a, b]]));
    expect(there).toBe(`${a}: ${b}\n`);
    expect(addRedirects(there, new Map([[b, a]]))).toBe(`${b}: ${a}\n`);
  });

  test('chains lead to their end in one step', async () => {
    const address = (slug: string) => `/learn/law/questions/${slug}`;
    await temporary.put(
      'redirects.yaml',
      `${address('a')}: ${address('b')}\n${address('b')}: ${address('c')}\n`,
    );
    const { redirects, problems } = readRedirects(temporary.path);
    expect(problems).toEqual([]);
    expect([...redirects]).toEqual([
      [address('a'), address('c')],
      [address('b'), address('c')],
    ]);
  });
});

describe('changes since the main branch', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', temporary.path, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args], {
      stdio: 'pipe',
    });

  test('are found, saved or committed, and so is what is gone', needs('git'), async () => {
    git('init', '-q', '-b', 'main');
    for (const slug of ['a', 'b', 'c', 'd'])
      await temporary.put(`law/${slug}.md`, article(slug.charCodeAt(0), `${slug}?`));
    await temporary.put('redirects.yaml', '/learn/law/questions/c: /learn/law/questions/a\n');
    git('add', '-A');
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'topic');
    await temporary.put('law/a.md', article(1, 'A!'));
    git('rm', '-q', 'law/b.md', 'law/c.md');
    git('add', '-A');
    git('commit', '-qm', 'two');
    await temporary.put('law/d.md', article(4, 'D!'));
    await temporary.put('law/new.md', article(5, 'New?'));
    const { changed, gone } = await findChanges(temporary.path);
    const short = (paths: Iterable<string>) => [...paths].map((path) => path.split('/').at(-1)).sort();
    expect(short(changed)).toEqual(['a.md', 'd.md', 'new.md']);
    expect(short(gone)).toEqual(['b.md', 'c.md']);
    const lost = findGoneAddresses(await checkLibrary(temporary.path), temporary.path, gone);
    expect(lost.map(({ code, message }) => [code, message.includes('/learn/law/questions/b ')])).toEqual([
      ['address-gone', true],
    ]);
  });

  test('need a repository', needs('git'), async () => {
    await expect(findChanges(temporary.path)).rejects.toThrow('works only in a git repository');
  });

  test('need git', async () => {
    vi.stubEnv('PATH', temporary.path);
    await expect(findChanges(temporary.path)).rejects.toThrow('git is not installed');
    vi.unstubAllEnvs();
  });
});

describe('a report', () => {
  const problem: Problem = {
    file: 'a,b.md',
    line: 2,
    column: 5,
    severity: 'error',
    code: 'yaml',
    message: 'Found: 100 %\nof it.',
    fix: { until: { line: 2, column: 6 }, text: '' },
  };
  const lineOf = () => 'id: x';

  test('as text marks the place', () => {
    expect(reportProblems([problem], 'text', lineOf)).toBe(
      'a,b.md:2:5  error  Found: 100 % of it.  [yaml]\n  2 | id: x\n    |     ^',
    );
    const long = `${'x'.repeat(200)}y${'x'.repeat(200)}`;
    const [, shown = '', marker = ''] = reportProblems(
      [{ ...problem, message: 'm', column: 201 }],
      'text',
      () => long,
    ).split('\n');
    expect(shown.length).toBeLessThan(120);
    expect(shown.charAt(marker.indexOf('^'))).toBe('y');
  });

  test('for GitHub is escaped', () => {
    expect(reportProblems([problem], 'github', lineOf)).toBe(
      '::error file=a%2Cb.md,line=2,col=5,title=yaml::Found: 100 %25%0Aof it.',
    );
  });

  const warning = (code: string, number: number): Problem => ({
    ...problem,
    file: `${code}-${number}.md`,
    severity: 'warning',
    code,
    message: `Message ${number}.`,
  });
  const warnings = (code: string, count: number) =>
    Array.from({ length: count }, (_, at) => warning(code, at));

  test('names every warning where there are few', () => {
    const few = warnings('answer-thin', 20);
    const lines = reportProblems(few, 'text', () => undefined).split('\n');
    expect(lines).toHaveLength(20);
    expect(lines[7]).toBe('answer-thin-7.md:2:5  warning  Message 7.  [answer-thin]');
  });

  test('groups warnings by code where there are many, and shows errors in full', () => {
    const many = [...warnings('related-missing', 23_000), problem, ...warnings('answer-thin', 2)];
    const report = reportProblems(many, 'text', lineOf);
    expect(report.split('\n')).toEqual([
      'a,b.md:2:5  error  Found: 100 % of it.  [yaml]',
      '  2 | id: x',
      '    |     ^',
      '',
      'answer-thin: 2 warnings in 2 files',
      '  answer-thin-0.md:2:5  Message 0.',
      '  answer-thin-1.md:2:5  Message 1.',
      '',
      'related-missing: 23,000 warnings in 23,000 files',
      '  related-missing-0.md:2:5  Message 0.',
      '  related-missing-1.md:2:5  Message 1.',
      '  related-missing-2.md:2:5  Message 2.',
      '  … and 22,997 more',
      '',
      'Every warning: npm run check -- --all. What the codes mean: docs/problems.md.',
      '',
    ]);
    expect(shownInFull(many, false)).toEqual([problem]);
    const all = reportProblems(many, 'text', () => undefined, true);
    expect(all.split('\n')).toHaveLength(many.length);
  });

  test('names warnings of different files before a second one of a file', () => {
    const many = [{ ...warning('related-missing', 0), line: 1 }, ...warnings('related-missing', 30)];
    const report = reportProblems(many, 'text', lineOf);
    expect(report.match(/^ {2}related-missing-\d/gm)).toEqual(
      [0, 1, 2].map((at) => `  related-missing-${at}`),
    );
  });

  test('names all errors, however many there are', () => {
    const errors = Array.from({ length: 500 }, (_, line) => ({ ...problem, line }));
    for (const format of ['text', 'github'] as const) {
      const report = reportProblems([...errors, ...warnings('answer-thin', 100)], format, () => undefined);
      expect(report.match(/Found: 100 %/g)).toHaveLength(500);
    }
  });

  test('gives GitHub no more annotations than it shows: errors first, and some of every code', () => {
    const many = [...warnings('related-missing', 100), ...warnings('answer-thin', 3), problem];
    const lines = reportProblems(many, 'github', () => undefined).split('\n');
    const codes = lines.flatMap(
      (line) => /^::(\w+) file=.*title=([\w-]+)::/.exec(line)?.slice(1).join(' ') ?? [],
    );
    expect(codes).toEqual([
      'error yaml',
      ...Array<string[]>(3).fill(['warning related-missing', 'warning answer-thin']).flat(),
      ...Array<string>(4).fill('warning related-missing'),
    ]);
    // What it does not show is in the log, where nothing is a command.
    const [, token = ''] = /^::stop-commands::(.+)$/.exec(lines[11] ?? '') ?? [];
    expect(lines.at(-1)).toBe(`::${token}::`);
    expect(lines).toContain('related-missing: 93 warnings in 93 files');
  });

  test('as JSON is complete', () => {
    const many = warnings('related-missing', 1000);
    expect(JSON.parse(reportProblems(many, 'json', lineOf))).toHaveLength(1000);
  });

  test('as JSON is an array of the six keys', () => {
    expect(JSON.parse(reportProblems([problem], 'json', lineOf))).toEqual([
      {
        file: 'a,b.md',
        line: 2,
        column: 5,
        severity: 'error',
        code: 'yaml',
        message: 'Found: 100 %\nof it.',
      },
    ]);
    expect(reportProblems([], 'json', lineOf)).toBe('[]');
  });

  test('ends with a sum', () => {
    expect(summarize([problem], 1)).toBe('1 error and 0 warnings in 1 of 1 file.');
    expect(summarize([], 12)).toBe('0 problems in 12 files.');
  });
});

test('certain fixes are made, and what they fix is fixed', async () => {
  await temporary.put('law/a.md', article(1, 'Why C # and not C++?', 'autor: Me\n', 'A\u0008n answer.'));
  const path = join(temporary.path, 'law/a.md');
  const { problems } = await checkLibrary(temporary.path);
  const { text, count } = applyFixes(await readFile(path, 'utf8'), problems);
  expect(count).toBe(3);
  expect(text).toContain('title: "Why C # and not C++?"\n');
  expect(text).toContain('\nauthor: Me\n');
  expect(text).toContain('An answer.');
});
