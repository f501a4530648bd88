import type { Root } from 'mdast';

import { nearestWord } from '@/lib/nearest-word';
import { isHighlighted, isPlain, languageNames } from '../languages';
import type { Report } from '../remark';
import { visit } from '../visit';

/** Reports code whose language has a name that we do not know. */
export function checkLanguages(document: Root, report: Report): void {
  visit(document, 'code', ({ lang, position }) => {
    const language = lang?.toLowerCase() ?? '';
    if (isPlain(language) || isHighlighted(language)) return;
    const nearest = nearestWord(language, languageNames());
    const suggestion = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    report({
      offset: position?.start.offset ?? 0,
      severity: 'warning',
      code: 'code-language',
      message: `"${language}" is no language that we can highlight, so its code is shown plain: name another after the fence, or "text".${suggestion}`,
    });
  });
}
