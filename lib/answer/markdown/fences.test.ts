import { expect, test } from 'vitest';

import { parseAnswer } from '../parse';

/** The lines of fences for which a missing closing fence is reported. */
function unclosed(text: string): number[] {
  return parseAnswer({ form: 'markdown', text })
    .remarks.filter(({ code }) => code === 'code-unclosed')
    .map(({ offset }) => text.slice(0, offset).split('\n').length);
}

test.each([
  ['a fence that is the last line', 'One.\n\n```', [3]],
  ['code to the end of the answer', '```js\na\n\nText.', [1]],
  ['a shorter closing fence', '~~~~\na\n~~~\n', [1]],
  ['another sign', '```\na\n~~~\n', [1]],
  ['text behind the closing fence', '```\na\n``` end\n', [1]],
  ['text before the closing fence', '```\na ```\n', [1]],
  ['a list item', '- x\n\n  ```\n  a\n\ny', [3]],
  ['a quote', '> ```\n> a\n\ny', [1]],
  ['a second block with a language', '```js\na\n\nText.\n\n```python\nb\n```\n', [1]],
  ['a second block without one', '```js\na\n\nText.\n\n```\nb\n```\n', [8]],
  ['Windows line ends', '```js\r\na\r\n\r\nText.', [1]],
])('code without a closing fence is reported: %s', (_, text, lines) => {
  expect(unclosed(text)).toEqual(lines);
});

test.each([
  ['a block', '```js\na\n```\n\nb'],
  ['an empty block', '```\n```'],
  ['Windows line ends', '```js\r\na\r\n```\r\n'],
  ['tildes that show a fence', '~~~\n```python\n~~~'],
  ['a longer fence that shows a block', '````\n```python\na\n```\n````'],
  ['a list item', '1. a\n   ```\n   b\n   ```  \n2. c'],
  ['a quote', '> ```\n> a\n> ```\n\ny'],
  ['indentation', 'a\n\n    ```\n    b'],
  ['a code span', 'A ```b``` c'],
  ['a longer closing fence', '```\na\n`````'],
])('closed code is no false alarm: %s', (_, text) => {
  expect(unclosed(text)).toEqual([]);
});
