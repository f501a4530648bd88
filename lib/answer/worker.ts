import { serve } from '@/lib/threads/serve';
import type { AnswerText } from './answers';
import { decodeEscapes, offsetsInLine } from './escapes';
import { renderMarkdown, type RenderedAnswer } from './render';

serve(({ form, text }: AnswerText): RenderedAnswer => {
  if (form === 'markdown') return renderMarkdown(text);
  const markdown = decodeEscapes(text);
  const rendered = renderMarkdown(markdown);
  const offsetInLine = offsetsInLine(text, markdown);
  const remarks = rendered.remarks.map((remark) => ({ ...remark, offset: offsetInLine(remark.offset) }));
  return { ...rendered, remarks };
});
