import { expect, test } from 'vitest';

import { chooseOption, parseOptions } from './parse-options';
import { UserError } from './user-error';

const options = { format: { type: 'string' }, changed: { type: 'boolean' } } as const;

const parse = (...args: string[]) => parseOptions({ args, options, allowPositionals: true });

test('options are read', () => {
  expect(parse('--format', 'json', 'a').values).toEqual({ format: 'json' });
});

test.each([
  [['--chnaged'], 'This command has no option --chnaged. Did you mean --changed?'],
  [['--everything'], 'This command has no option --everything. Its options are --format, --changed.'],
  [['--format'], "Option '--format <value>' argument missing"],
])('%j is explained in a sentence', (args, message) => {
  expect(() => parse(...args)).toThrow(new UserError(message));
});

test('a mistyped value is asked about', () => {
  const values = ['text', 'github', 'json'] as const;
  expect(chooseOption('format', 'json', values)).toBe('json');
  expect(() => chooseOption('format', 'jsonn', values)).toThrow('Did you mean json?');
  expect(() => chooseOption('format', 'pictures', values)).toThrow(/found "pictures"\.$/);
});
