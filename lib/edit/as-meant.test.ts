import { expect, test } from 'vitest';

import { questionFile } from '@/lib/testing/question-file';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { checkLibrary } from './check';
import { examine } from './examine';
import { applyFixes } from './fix';

const temporary = temporaryFolder();

function problemsOf(text: string) {
  const source = { file: 'physics/a.md', path: 'physics/a.md', bytes: Buffer.from(text) };
  return examine(source).problems;
}

const rows = [
  ['Compute 2*3*4 and a*b*c.', 'Compute 2\\*3\\*4 and a\\*b\\*c.'],
  ['The method __init__ is `x`.', 'The method `__init__` is `x`.'],
  ['5~10 g to 15~20 g', '5\\~10 g to 15\\~20 g'],
  ['**Note:**text and **「強調」**文字', '**Note**:text and 「**強調**」文字'],
  ['At https://example.org/leaf。次の', 'At <https://example.org/leaf>。次の'],
  ['| a | b |\n|---|---|\n| `x|y` | $|x|$ |', '| a | b |\n|---|---|\n| `x\\|y` | $\\|x\\|$ |'],
] as const;

test.each(rows)('--fix corrects %j in both forms', (typed, corrected) => {
  for (const escaped of [false, true]) {
    const before = questionFile(1, { answer: typed, escaped });
    const { text, count } = applyFixes(before, problemsOf(before));
    expect(count).toBeGreaterThan(0);
    expect(text).toBe(questionFile(1, { answer: corrected, escaped }));
    expect(problemsOf(text)).toEqual([]);
  }
});

test('a fix that YAML would read in another way is left to the editor', () => {
  const quoted = (line: string) => questionFile(1).replace(/\n---\n[^]*/, `\nanswer: "${line}"\n---\n`);
  const ofAsterisks = quoted('Compute 2*3*4 of it.');
  const ofBold = quoted('**Note:**text of it.');
  expect(problemsOf(ofAsterisks).map(({ code }) => code)).toContain('sign-as-typed');
  expect(applyFixes(ofAsterisks, problemsOf(ofAsterisks))).toEqual({ text: ofAsterisks, count: 0 });
  expect(applyFixes(ofBold, problemsOf(ofBold)).text).toBe(quoted('**Note**:text of it.'));
});

test('links into other pages are checked', async () => {
  const links = [
    ['#the-first-part', undefined],
    ['', undefined],
    ['?x=1#sources', undefined],
    ['#first-part', ' Did you mean #the-first-part?'],
    ['#zzz', ''],
    ['#The-first-part', ' Did you mean #the-first-part?'],
  ] as const;
  const answer = links.map(([end]) => `See [b](/learn/physics/questions/b${end}).`).join('\n');
  await temporary.put('physics/a.md', questionFile(1, { title: 'Why?', answer }));
  await temporary.put('physics/b.md', questionFile(2, { title: 'What?', answer: '## The first part' }));
  const { problems } = await checkLibrary(temporary.path);
  const found = problems.filter(({ code }) => code === 'anchor-missing');
  expect(found).toMatchObject(
    [17, 18, 19].map((line) => ({
      severity: 'warning',
      line,
      column: 5,
      file: expect.stringContaining('a.md') as string,
    })),
  );
  const suggested = links.flatMap(([, suggestion]) => suggestion ?? []);
  found.forEach(({ message }, index) => {
    expect(message).toMatch(
      new RegExp(`: write the anchor of an existing one\\.${(suggested[index] ?? '').replace('?', '\\?')}$`),
    );
  });
});
