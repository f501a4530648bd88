import { findContexts } from '@/lib/answer/contexts';
import { formulaText } from '@/lib/answer/formula-text';

/** Formulas of up to so many characters stay on one line. */
const unbrokenLength = 20;

/** A title on one line of plain characters: formulas as text, code without its backquotes. */
export function plainTitle(title: string): string {
  let plain = '';
  let from = 0;
  for (const context of findContexts(title)) {
    plain += title.slice(from, context.start);
    from = context.end;
    if (context.kind === 'formula') {
      const text = formulaText(title.slice(context.contentStart, context.contentEnd));
      plain += text.length <= unbrokenLength ? text.replaceAll(' ', '\u00a0') : text;
    } else {
      plain += title.slice(context.start, context.end).replace(/^`+ ?| ?`+$/g, '');
    }
  }
  return (plain + title.slice(from)).replace(/[^\S\u00a0]+/g, ' ').trim();
}
