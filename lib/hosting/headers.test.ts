import { expect, test } from 'vitest';

import { headerRules, patternOf } from './headers';
import { headersFile } from './headers-file';

test('a pattern matches the addresses that it means, and no others', () => {
  const markdown = new RegExp(patternOf({ source: 'learn/*/questions/*.md', headers: {} }));
  expect(markdown.test('/learn/law/questions/a-b.md')).toBe(true);
  expect(markdown.test('/learn/law/questions/a-b')).toBe(false);
  expect(markdown.test('/learn/law/questions/a-bxmd')).toBe(false);
  expect(markdown.test('/learn/law/x/questions/a.md')).toBe(false);
  expect(new RegExp(patternOf({ source: 'assets/**', headers: {} })).test('/assets/a/b.css')).toBe(true);
  expect(new RegExp(patternOf({ source: '**', headers: {} })).test('/')).toBe(true);
});

test('a file of headers has every rule, and takes back what an earlier one says', () => {
  const text = headersFile();
  for (const { headers } of headerRules) {
    for (const [name, value] of Object.entries(headers)) expect(text).toContain(`  ${name}: ${value}\n`);
  }
  expect(text).toContain(
    '/assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n',
  );
  expect(text).toContain('/learn/:part1/questions/:part2.md\n  X-Robots-Tag: noindex\n');
});

test('no script runs inline that is not admitted by its hash, and none is made of text', () => {
  const policy = headerRules[0]?.headers['Content-Security-Policy'] ?? '';
  const [, scripts = ''] = /script-src ([^;]*)/.exec(policy) ?? [];
  expect(scripts).toMatch(/^'self'(?: 'sha256-[\w+/]+=*')+$/);
});
