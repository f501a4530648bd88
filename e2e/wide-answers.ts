import type { Page } from '@playwright/test';

import { renderMarkdown } from '@/lib/answer/render';
import { neededStyles } from '@/lib/styles/needed-styles';
import { compiledSheets } from './sheets';

const sum = (terms: number) =>
  Array.from({ length: terms }, (_, index) => `a_{${index}} x^{${index}}`).join(' + ');

const matrix = (columns: number) => {
  const row = Array.from({ length: columns }, (_, index) => `b_{${index}}`).join(' & ');
  return String.raw`\begin{pmatrix} ${row} \\ ${row} \end{pmatrix}`;
};

const table = (columns: number, cell: (column: number) => string) => {
  const row = (of: (column: number) => string) =>
    `| ${Array.from({ length: columns }, (_, at) => of(at)).join(' | ')} |`;
  return [
    row((at) => `Property${at}`),
    row(() => '---'),
    row(cell),
    row((at) => `${(at + 1) * 1234.5}`),
  ].join('\n');
};

const letters = 'abcdefghij'.repeat(20);

/** Answers with content that is wider than a page, each named by that content. */
export const wideAnswers: Readonly<Record<string, string>> = {
  'a sum in a line': `It is $s = ${sum(30)}$, and so on.`,
  'a sum on lines of its own': `$$s = ${sum(30)}$$`,
  'a sum of 100 terms': `$$s = ${sum(100)}$$`,
  'a sum in brackets': String.raw`$$s = \left( ${sum(30)} \right)^2 + ( ${sum(30)} )$$`,
  'a sum in a fraction': String.raw`$$\frac{${sum(30)}}{n}$$ and $\frac{${sum(30)}}{n}$`,
  'a sum under a root': String.raw`$$r = \sqrt{${sum(30)}}$$`,
  'a sum with a number': String.raw`$$s = ${sum(30)} \tag{7}$$`,
  'aligned sums': String.raw`$$\begin{aligned} s &= ${sum(30)} \\ &= ${sum(20)} \end{aligned}$$`,
  'a matrix': `$$B = ${matrix(30)}$$ and $${matrix(30)}$`,
  'a sum in a list in a quotation': `> - First\n>   - It is $s = ${sum(30)}$\n>\n>     $$${sum(30)}$$`,
  'a table of 12 columns': table(12, (at) => `Word${at}`),
  'a table of 12 columns in a list': `- A table:\n\n${table(12, (at) => `Word${at}`).replace(/^/gm, '  ')}`,
  'a table of 40 columns': table(40, (at) => `w${at}`),
  'a table of 120 columns': table(120, (at) => `w${at}`),
  'a table with a sum in a cell': table(3, (at) => (at === 1 ? `$${sum(30)}$` : 'A few words')),
  'a table with a long word': table(4, (at) => (at === 1 ? letters : 'Some words that may wrap')),
  'a table with long code': table(4, (at) => (at === 1 ? `\`${letters}\`` : 'Some words that may wrap')),
  'long words': `## ${letters}\n\n${letters}\n\n- ${letters}\n\n> **${letters}** and \`${letters}\``,
  'long lines of code': `\`\`\`python\n${letters}("${letters}")\nx = ${'value + '.repeat(40)}1\n\`\`\`\n\n- \`\`\`\n  ${letters}\n  \`\`\``,
  'a long address': `[A link](https://site.example/${'path/'.repeat(40)}) and https://site.example/${letters}.`,
};

/** An answer as HTML like that on pages, and the style sheet of a page that contains it. */
export async function setAnswer(markdown: string, page: string): Promise<{ html: string; css: string }> {
  const { html } = renderMarkdown(markdown);
  const { question } = await compiledSheets();
  return { html, css: neededStyles(question, page + html) };
}

/** Opens the page of a question and puts another answer in the place of its own. */
export async function showAnswer(page: Page, address: string, markdown: string): Promise<void> {
  const { html, css } = await setAnswer(markdown, await (await page.request.get(address)).text());
  await page.goto(address);
  await page.evaluate(
    ([answer = '', sheet = '']) => {
      const [place, style] = [document.querySelector('.answer'), document.querySelector('style')];
      if (!place || !style) throw new Error('The page has no answer or no styles');
      place.innerHTML = answer;
      style.textContent = sheet;
    },
    [html, css],
  );
  await page.evaluate(() => document.fonts.ready);
}
