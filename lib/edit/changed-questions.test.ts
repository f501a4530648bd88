import { execFileSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { needs } from '@/lib/testing/needs';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { readChangedQuestions } from './changed-questions';
import { findChanges } from './changes';

const temporary = temporaryFolder();

const article = (id: number, answer: string) =>
  `---\nid: ${id}\ndate: 2025-01-10\ntitle: Question ${id}?\nsubject: Law\nseo:\n  page_description: About ${id}.\n---\n${answer}\n`;

test('changed questions are read as they were and as they are', needs('git'), async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', temporary.path, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args]);
  git('init', '-q', '-b', 'main');
  await temporary.put('law/a.md', article(1, 'One.'));
  await temporary.put('law/same.md', article(3, 'Same.'));
  git('add', '-A');
  git('commit', '-qm', 'one');
  git('checkout', '-qb', 'topic');
  await temporary.put('law/a.md', article(1, 'Two.'));
  await temporary.put('law/new.md', article(2, 'New.').replace('date: 2025', 'date: "2025'));
  const questions = await readChangedQuestions(temporary.path, await findChanges(temporary.path), []);
  expect(questions).toMatchObject([
    {
      page: { title: 'Question 1?', address: '/learn/law/questions/a' },
      before: expect.stringContaining('One.') as string,
      after: expect.stringContaining('Two.') as string,
    },
    { page: undefined, before: undefined, after: expect.stringContaining('New.') as string },
  ]);
  expect(questions).toHaveLength(2);
});
