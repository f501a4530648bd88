import { expect, test } from 'vitest';

import { formatSaved, parseSaved } from './saved';

const a = '/learn/law/questions/a';
const b = '/learn/law/questions/b';

test('saved addresses come back, each once', () => {
  expect(parseSaved(formatSaved([a, b]))).toEqual([a, b]);
  expect(parseSaved(JSON.stringify([a, a, b]))).toEqual([a, b]);
});

test.each([[null], [''], ['{'], ['null'], ['{"a":1}'], ['"x"'], ['[1,null,"https://x.example/","/search"]']])(
  'a list that is damaged holds nothing: %s',
  (text) => {
    expect(parseSaved(text)).toEqual([]);
  },
);
