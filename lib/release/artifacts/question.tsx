import { QuestionPage } from '@/components/pages/question-page';
import { shownAnswer, type QuestionView } from '@/lib/views/question';
import { renderedAnswer } from './answer';
import { makeDocument } from './document';
import type { Made, MakerContext } from './makers';

/** The page of a question. The answer is read here, so that it does not pass through the main thread. */
export async function make(
  { address, view }: { address: string; view: QuestionView },
  context: MakerContext,
): Promise<Made> {
  const answer = shownAnswer(await renderedAnswer(view.entry, context));
  return makeDocument(QuestionPage, { kind: 'question', address, view: { ...view, answer } }, context);
}
