import { expect, test } from 'vitest';

import { summarizeChanges, type ChangedQuestion } from './summary';

const question: ChangedQuestion = {
  file: 'content/physics/heat.md',
  page: { title: 'What is *heat*?', address: '/learn/physics/questions/heat' },
  problems: [],
  before: 'Heat is a substance that flows.',
  after: 'Heat is energy that flows.',
};

test('a changed question is shown with its address and the words that changed', () => {
  expect(summarizeChanges([question], [], 'https://preview.example')).toBe(`### What is \\*heat\\*\\?

Changed: \`content/physics/heat.md\`, <https://preview.example/learn/physics/questions/heat>

- No problems.

- removed: \`a substance\`
- added: \`energy\`
`);
});

test('a new question with errors is shown with them, and nothing in it is Markdown', () => {
  const problem = {
    file: question.file,
    line: 4,
    column: 8,
    severity: 'error',
    code: 'yaml',
    message: 'Found <b>\n# this',
  } as const;
  const summary = summarizeChanges(
    [{ ...question, page: undefined, problems: [problem], before: undefined }],
    [],
    '',
  );
  expect(summary).toContain('### content\\/physics\\/heat\\.md\n');
  expect(summary).toContain('which has no page while it has errors');
  expect(summary).toContain('- error at 4:8: Found \\<b\\> \\# this (`yaml`)\n');
  expect(summary).not.toContain('added');
});

test('a change that no reader sees, and none at all, are said to be so', () => {
  expect(summarizeChanges([{ ...question, before: question.after }], [], '')).toContain('did not change');
  expect(summarizeChanges([], [], '')).toBe('No question was changed.\n');
});

test('a change of more words than can be compared is said to be so', () => {
  const words = (start: string) => Array.from({ length: 5000 }, (_, index) => `${start}${index}`).join(' ');
  const rewritten = { ...question, before: words('a'), after: words('b') };
  expect(summarizeChanges([rewritten], [], '')).toContain('Too much of the page was changed');
});

test('problems of other files are named, too', () => {
  const problem = {
    file: 'content/redirects.yaml',
    line: 1,
    column: 1,
    severity: 'error',
    code: 'redirects',
    message: 'x',
  } as const;
  expect(summarizeChanges([], [problem], '')).toContain(
    '- error at 1:1: x (`redirects`) in `content/redirects.yaml`',
  );
});
