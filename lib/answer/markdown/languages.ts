import { closest, distance } from 'fastest-levenshtein';
import type { Root } from 'mdast';

import { highlighterOf, isPlain, languageNames } from '../languages';
import type { Report } from '../remark';
import { visit } from '../visit';

/** Reports code whose language has a name that we do not know. */
export function checkLanguages(document: Root, report: Report): void {
  visit(document, 'code', ({ lang, position }) => {
    const language = lang?.toLowerCase() ?? '';
    if (isPlain(language) || highlighterOf(language)) return;
    const nearest = closest(language, languageNames());
    const suggestion = distance(language, nearest) <= 2 ? ` Did you mean "${nearest}"?` : '';
    report({
      offset: position?.start.offset ?? 0,
      severity: 'warning',
      code: 'code-language',
      message: `"${language}" is no language that we can highlight, so its code is shown plain: name another after the fence, or "text".${suggestion}`,
    });
  });
}
