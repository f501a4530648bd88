import { parseAnswer, type AnswerText } from './parse';
import { renderAnswer, type RenderedAnswer } from './render';

export default function render(text: AnswerText): RenderedAnswer {
  return renderAnswer(parseAnswer(text));
}
