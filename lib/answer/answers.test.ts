import { afterAll, expect, test } from 'vitest';

import { AnswerRenderer } from './answers';

const renderer = new AnswerRenderer({ size: 1 });

afterAll(() => renderer.close());

test('an answer in the source format is decoded, and its remarks lead into the line', async () => {
  const line = 'One\\n\\nTwo $\\neq$ `\\n` <b>';
  const { html, remarks } = await renderer.render({ form: 'escaped', text: line });
  expect(html).toMatch(/^<p>One<\/p>\n<p>Two <math data-tex="\\neq">.*<code>\\n<\/code> &lt;b><\/p>$/);
  expect(remarks.map(({ offset }) => line.slice(offset, offset + 3))).toEqual(['<b>']);
});

test('an answer that takes too long is shown as its source, and the next one is rendered', async () => {
  const hurried = new AnswerRenderer({ size: 1, milliseconds: 200 });
  const [first, second] = await Promise.all([
    hurried.render({ form: 'markdown', text: 'a@b.co '.repeat(8500) }),
    hurried.render({ form: 'markdown', text: 'fine' }),
  ]);
  await hurried.close();
  expect(first.html).toMatch(/^<pre class="answer-source">a@b.co /);
  expect(first.remarks).toMatchObject([{ severity: 'error', code: 'answer-failed' }]);
  expect(first.remarks[0]?.message).toContain('longer than 0.2 s');
  expect(second.html).toBe('<p>fine</p>');
});
