import { expect, test } from 'vitest';

import { decodeEscapes } from './escapes';

test('a newline in prose, in a list and around a fence', () => {
  expect(decodeEscapes('One\\n\\n- two\\n  ```c\\n  x;\\n  ```\\n')).toBe(
    'One\n\n- two\n  ```c\n  x;\n  ```\n',
  );
});

test('strings in code, inline code and commands that begin with n keep theirs', () => {
  expect(decodeEscapes('```c\\nprintf("a\\n");\\n```\\nA `\\n` and $a \\neq b$')).toBe(
    '```c\nprintf("a\\n");\n```\nA `\\n` and $a \\neq b$',
  );
});
