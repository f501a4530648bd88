import { serve } from '@/lib/threads/serve';
import { parseAnswer, type AnswerText } from './parse';
import { renderAnswer } from './render';

serve((text: AnswerText) => renderAnswer(parseAnswer(text)));
