import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';

import { AnswerCache } from '@/lib/answer/cache';
import { renderMarkdown } from '@/lib/answer/render';
import { entry } from '@/lib/catalogue/fixtures';
import { parseCards } from '@/lib/study/cards';
import { hostileTex, intrudersIn } from '@/lib/testing/hostile/formulas';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import type { MakerContext } from './makers';
import { make } from './study';

const temporary = temporaryFolder();

async function cardsOf(...questions: { slug: string; shortAnswer?: string; answer: string }[]) {
  const context: MakerContext = {
    release: temporary.path,
    contentFolder: temporary.path,
    answersFolder: temporary.path,
    menu: [],
    // Cards contain no styles.
    styles: '',
  };
  const answers = new AnswerCache(temporary.path);
  const entries = questions.map(({ slug, shortAnswer, answer }, index) => {
    const hash = String(index).padStart(32, '0');
    answers.set(hash, renderMarkdown(answer));
    return entry(`law/${slug}`, { id: index + 1, question: `${slug}?`, shortAnswer, hash });
  });
  return parseCards(JSON.parse(String((await make(entries, context)).content)));
}

test('formulas of cards carry their TeX, whatever signs are in it', async () => {
  const cards = await cardsOf(...hostileTex.map((tex, index) => ({ slug: `q${index}`, answer: `$${tex}$` })));
  for (const [index, { answer }] of cards.entries()) {
    expect(intrudersIn(answer), answer).toEqual([]);
    const carried: unknown[] = [];
    visit(fromHtml(answer, { fragment: true }), 'element', ({ properties }) => {
      if (properties.dataTex !== undefined) carried.push(properties.dataTex);
    });
    expect(carried).toEqual([hostileTex[index]]);
  }
});

test('every question has a card: its short answer, its answer or the beginning of that', async () => {
  const long = `${'A sentence of the first paragraph. '.repeat(12)}\n\nA second paragraph.`;
  const cards = await cardsOf(
    { slug: 'short', shortAnswer: 'Yes, 1 < 2 & so on.', answer: 'Not shown.' },
    { slug: 'whole', answer: 'All of it.' },
    { slug: 'long', answer: long },
  );
  expect(cards.map(({ id, address, question, part }) => [id, address, question, part])).toEqual([
    [1, '/learn/law/questions/short', 'short?', 'short'],
    [2, '/learn/law/questions/whole', 'whole?', 'whole'],
    [3, '/learn/law/questions/long', 'long?', 'beginning'],
  ]);
  expect(cards.map(({ answer }) => answer).slice(0, 2)).toEqual([
    '<p>Yes, 1 &lt; 2 &amp; so on.</p>',
    '<p>All of it.</p>',
  ]);
  expect(cards[2]?.answer).not.toContain('second');
});
