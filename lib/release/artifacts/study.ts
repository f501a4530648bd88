import { lineHtml, plainLine } from '@/lib/answer/line';
import type { Entry } from '@/lib/catalogue/entry';
import type { Card } from '@/lib/study/cards';
import { renderedAnswer } from './answer';
import type { Made, MakerContext } from './makers';

/** A file of study cards. Each card has the short answer of its question or the beginning of its answer. */
export async function make(questions: readonly Entry[], context: MakerContext): Promise<Made> {
  const cards = await Promise.all(questions.map((entry) => cardOf(entry, context)));
  return { content: JSON.stringify(cards) };
}

async function cardOf(entry: Entry, context: MakerContext): Promise<Card> {
  const { id, address, shortAnswer } = entry;
  const question = plainLine(entry.question);
  const questionHtml = lineHtml(entry.question);
  if (shortAnswer !== undefined) {
    return {
      id,
      address,
      question,
      questionHtml,
      answer: `<p>${lineHtml(shortAnswer) ?? escapeHtml(shortAnswer)}</p>`,
      part: 'short',
    };
  }
  const { html, isWhole } = (await renderedAnswer(entry, context)).beginning;
  return { id, address, question, questionHtml, answer: html, part: isWhole ? 'whole' : 'beginning' };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
