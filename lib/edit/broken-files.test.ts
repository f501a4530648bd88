import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Problem } from '@/lib/source/problem';
import { prose, questionFile } from '@/lib/testing/question-file';
import { checkLibrary } from './check';

/** A good file; each line is one that a broken file changes. */
function file(id: number, change: (text: string) => string = (text) => text): string {
  return change(questionFile(id));
}

const swap = (from: string | RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from);
  return text.replace(from, to);
};
const answer = (text: string) => swap('The rest of answer', `${text}\n\nThe rest of answer`);

/** Front matter ends on line 10, the answer begins on line 12, and what `answer` adds stands on line 16. */
const broken: [name: string, change: (text: string) => string, ...expected: string[]][] = [
  ['tab', swap('  page_keywords', '\tpage_keywords'), '8:1 yaml'],
  ['key-twice', swap('author: QuickTakes', 'id: 5'), '9:1 yaml'],
  ['unclosed', swap('\n---\n\nLight', '\n\nLight'), '1:1 front-matter-unclosed'],
  ['no-front-matter', () => prose, '1:1 front-matter-missing'],
  ['alias', swap('author: QuickTakes', 'author: &a QuickTakes'), '9:9 yaml-alias'],
  ['alias-used', swap('author: QuickTakes', 'author: *a'), '9:9 yaml-alias'],
  ['tag', swap('author: QuickTakes', 'author: !!js/function x'), '9:9 yaml-tag'],
  ['merge', swap('author: QuickTakes', '<<: 1'), '9:1 unknown-key'],
  ['cut', swap(/title: .*/, 'title: Why C # and not C++?'), '4:8 text-cut'],
  ['second-colon', swap(/title: .*/, 'title: Euler: who was he?'), '4:8 yaml'],
  ['quote-open', swap(/title: .*/, 'title: "Who was Euler?'), '4:8 yaml'],
  ['flow-open', swap('sky, light', '[sky, light'), '8:18 yaml'],
  ['list', swap(/^---[^]*?\n---/, '---\n- a\n- b\n---'), '1:1 yaml'],
  ['js', swap('---\n', '---js\n'), '1:4 front-matter-language'],
  ['javascript', swap('---\n', '--- javascript\n'), '1:4 front-matter-language'],
  ['json', swap('---\n', '---json\n'), '1:4 front-matter-language'],
  ['coffee', swap('---\n', '---coffee\n'), '1:4 front-matter-language'],
  ['typo', swap('author:', 'autor:'), '9:1 unknown-key'],
  ['seo-typo', swap('page_keywords', 'page_keyword'), '8:3 unknown-key'],
  ['strange-key', swap('author: QuickTakes', 'mood: cheerful'), '9:1 unknown-key'],
  ['no-id', swap(/id: .*\n/, ''), '1:1 missing-key'],
  ['no-date', swap(/date: .*\n/, ''), '1:1 missing-key'],
  ['no-title', swap(/title: .*\n/, ''), '1:1 missing-key'],
  ['no-subject', swap(/subject: .*\n/, ''), '1:1 missing-key'],
  ['no-description', swap(/ {2}page_description: .*\n/, ''), '6:1 missing-key'],
  ['id-text', swap(/id: .*/, 'id: seven'), '2:5 invalid-value'],
  ['id-negative', swap(/id: .*/, 'id: -7'), '2:5 invalid-value'],
  ['impossible-date', swap('2025-01-10', '2025-02-30'), '3:7 invalid-value'],
  ['written-date', swap('2025-01-10', 'Jan 10, 2025'), '3:7 invalid-value'],
  ['empty-title', swap(/title: .*/, 'title: ""'), '4:8 invalid-value'],
  ['title-number', swap(/title: .*/, 'title: 1984'), '4:8 invalid-value'],
  [
    'several',
    (text) => swap('2025-01-10', 'x')(swap(/id: .*/, 'id: x')(text)),
    '2:5 invalid-value',
    '3:7 invalid-value',
  ],
  ['other-file-name', swap('author: QuickTakes', 'file_name: x.md'), '9:12 address-disagrees'],
  ['other-url', swap('author: QuickTakes', 'url: /learn/physics/questions/x'), '9:6 address-disagrees'],
  ['no-url', swap('author: QuickTakes', 'url: /questions/x'), '9:6 invalid-value'],
  ['other-folder', swap('subject: Physics', 'subject: Law'), '5:10 address-disagrees'],
  ['Capital', swap('', ''), '1:1 slug'],
  ['under_score', swap('', ''), '1:1 slug'],
  ['other-question', swap('author: QuickTakes', 'question: Another one?'), '9:11 title-disagrees'],
  [
    'short-description',
    swap(/page_description: .*/, 'page_description: Too short.'),
    '7:21 description-length',
  ],
  ['no-answer', swap(/\n---\n[^]*/, '\n---\n'), '11:1 answer-missing'],
  ['two-answers', swap('author: QuickTakes', 'answer: One.'), '9:1 two-answers'],
  ['thin', swap(/Light[^]*/, 'It is blue.\n'), '12:1 answer-thin'],
  ['dead-link', answer('See [this](/learn/physics/questions/non) now.'), '16:5 link-broken'],
  ['dead-subject', answer('See [this](/learn/alchemy).'), '16:5 link-broken'],
  ['self-link', answer('See [this](/learn/physics/questions/self-link).'), '16:5 link-to-itself'],
  ['moved-link', answer('See [this](/learn/physics/questions/old).'), '16:5 link-moved'],
  ['bad-link', answer('See [this](javascript:alert(1)).'), '16:5 address'],
  [
    'related-missing',
    swap('author: QuickTakes', 'related_article1:\n  url: /learn/physics/questions/non'),
    '10:8 related-missing',
  ],
  [
    'related-self',
    swap('author: QuickTakes', 'related_article1:\n  url: /learn/physics/questions/related-self'),
    '10:8 related-to-itself',
  ],
  ['related-shape', swap('author: QuickTakes', 'related_article1:\n  url: physics'), '10:8 invalid-value'],
  ['formula', answer('So $\\frac{1}{\\foo}$ holds.'), '16:14 formula'],
  ['formula-open', answer('So $\\sqrt{2$ holds.'), '16:12 formula'],
  ['language', answer('```pyhton\nx\n```'), '16:1 code-language'],
  ['html', answer('A <b>bold</b> word.'), '16:3 raw-html', '16:10 raw-html'],
  ['heading-order', answer('#### Deep'), '16:1 heading-order'],
  [
    'heading-title',
    (text) => text.replace(/^(title: )(.*)$([^]*)## More/m, '$1$2$3## *$2*'),
    '14:1 heading-title',
  ],
  ['open-fence', answer('```js\nx'), '16:1 code-unclosed'],
  ['lone-dollar', answer('So $E = mc^2 holds.'), '16:4 formula-unclosed'],
  ['image-text', answer('See ![ ](https://example.org/a.png).'), '16:5 image-text'],
  ['no-image', answer('An ![image](/images/none.png).'), '16:4 image-missing'],
  ['deep', answer(`${'> '.repeat(30)}x`), '16:1 too-deep'],
  ['brackets', answer('['.repeat(600)), '16:1 too-many-brackets'],
  ['control', answer('A\u0008B'), '16:2 control-character'],
  ['bidi', answer('A \u202Ereversed'), '16:3 control-character'],
  ['large', (text) => text + 'x'.repeat(70_000), '1:1 file-too-large'],
];

/** Two files each. */
const pairs: [names: [string, string], change: (text: string) => string, expected: [string[], string[]]][] = [
  [['same-id-a', 'same-id-b'], swap(/id: .*/, 'id: 7777'), [['2:5 duplicate-id'], ['2:5 duplicate-id']]],
  [
    ['same-description-a', 'same-description-b'],
    swap(
      /page_description: .*/,
      'page_description: A sentence of more than fifty characters that two pages share.',
    ),
    [['7:21 description-repeated'], ['7:21 description-repeated']],
  ],
  [
    ['same-title-a', 'same-title-b'],
    swap(/title: .*/, 'title: What do two pages ask in the same words?'),
    [['4:8 title-repeated'], ['4:8 title-repeated']],
  ],
  [['copy-a', 'copy-b'], swap(/w\d+x/g, 'wx'), [[], ['4:8 near-duplicate']]],
];

const good: [name: string, change: (text: string) => string][] = [
  ['good', (text) => text],
  ['bom', (text) => `\uFEFF${text}`],
  ['windows', (text) => text.replaceAll('\n', '\r\n')],
  ['no-final-newline', (text) => text.trimEnd()],
  [
    'rich',
    answer('$5 and $10, $x^2$, `a < b`\n\n```c\nputs("\\n");\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |'),
  ],
  [
    'linked',
    answer('See [this](/learn/physics/questions/good), [all](/learn) and [more](https://example.org).'),
  ],
];

let folder: string;
let found: Map<string, string[]>;
let problems: Problem[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
  const put = async (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  let id = 1;
  for (const [name, change] of [...broken, ...good]) await put(`physics/${name}.md`, file(id++, change));
  for (const [names, change] of pairs) {
    for (const name of names) await put(`physics/${name}.md`, file(id++, change));
  }
  await put('physics/not-utf8.md', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff]));
  await put('physics/readme.markdown', '# Not a question');
  await put('fysics/unknown-subject.md', file(id, swap('subject: Physics', 'subject: Fysics')));
  await put('subjects.yaml', 'physics:\n  name: Physics\nlaw:\n  name: Law\n');
  await put(
    'redirects.yaml',
    '/learn/physics/questions/old: /learn/physics/questions/good\n' +
      '/learn/physics/questions/one: /learn/physics/questions/two\n' +
      '/learn/physics/questions/two: /learn/physics/questions/one\n' +
      '/learn/physics/questions/lost: /learn/physics/questions/none\n' +
      '/learn/physics/questions/bom: /learn/physics/questions/good\n' +
      'old: new\n',
  );
  ({ problems } = await checkLibrary(folder));
  found = new Map();
  for (const { file: path, line, column, code } of problems) {
    const name = path
      .replace(`${folder}/`, '')
      .replace(/^physics\//, '')
      .replace(/\.md$/, '');
    found.set(name, [...(found.get(name) ?? []), `${line}:${column} ${code}`]);
  }
});

afterAll(() => rm(folder, { recursive: true }));

test('there are sixty broken files of forty kinds', () => {
  expect(broken.length).toBeGreaterThanOrEqual(60);
  const kinds = new Set([...broken.map(([name]) => name), ...pairs.map(([[name]]) => name)]);
  expect(kinds.size).toBeGreaterThanOrEqual(40);
});

test.each(broken)('%s is reported at its place', (name, _, ...expected) => {
  expect(found.get(name)).toEqual(expected);
});

test.each(pairs)('%s are told apart', ([first, second], _, [ofFirst, ofSecond]) => {
  expect([found.get(first) ?? [], found.get(second) ?? []]).toEqual([ofFirst, ofSecond]);
});

test.each(good)('%s is no false alarm', (name) => {
  expect(found.get(name)).toBeUndefined();
});

test('what is no question file, no text, or of no subject is reported too', () => {
  expect(found.get('not-utf8')).toEqual(['1:1 not-utf-8']);
  expect(found.get('readme.markdown')).toEqual(['1:1 file-name']);
  expect(found.get('fysics/unknown-subject')).toEqual(['5:10 subject-unknown']);
  expect(found.get('redirects.yaml')).toEqual([
    '2:1 redirect-loop',
    '3:1 redirect-loop',
    '4:1 redirect-broken',
    '5:1 redirect-hidden',
    '6:1 redirects',
  ]);
});

test('nothing else is reported, and every code is explained', async () => {
  const names = [...broken.map(([name]) => name), ...pairs.flatMap(([both]) => both)];
  const others = ['not-utf8', 'readme.markdown', 'fysics/unknown-subject', 'redirects.yaml'];
  expect([...found.keys()].filter((name) => !names.includes(name) && !others.includes(name))).toEqual([]);
  const explained = await readFile('docs/problems.md', 'utf8');
  for (const { code } of problems) expect(explained).toContain(`### ${code}\n`);
});

test('files that are as they were are not looked at again, and changed ones are', async () => {
  const same = await checkLibrary(folder);
  expect(same.readCount).toBe(0);
  expect(same.problems).toEqual(problems);
  await writeFile(join(folder, 'physics/typo.md'), file(900));
  const again = await checkLibrary(folder);
  expect(again.readCount).toBe(1);
  expect(again.problems).toEqual(problems.filter((problem) => !problem.file.endsWith('/typo.md')));
});
