import type { Nodes } from 'mdast';

import { nearestWord } from '@/lib/nearest-word';
import { isHighlighted, isPlain, isWithoutGrammar, languageNames } from '../languages';
import { nodesOf } from '../nodes';
import type { Report } from '../remark';

/** Reports code blocks with an unknown language name. */
export function checkLanguages(nodes: readonly Nodes[], report: Report): void {
  for (const { lang, position } of nodesOf(nodes, 'code')) {
    const language = lang?.toLowerCase() ?? '';
    if (isPlain(language) || isHighlighted(language)) continue;
    const nearest = suggest(language);
    const suggestion = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    report({
      offset: position?.start.offset ?? 0,
      severity: 'warning',
      code: 'code-language',
      message: `"${language}" is not a known language, so its code is not highlighted: write the name of a known language after the fence, or "text".${suggestion}`,
    });
  }
}

/**
 * Names of at most this length get no suggestion, because a change of one letter often gives another
 * language.
 */
const fewLetters = 3;

/** Share of a name that may be misspelled: two exchanged letters of six. */
const mistyped = 0.34;

function suggest(language: string): string | undefined {
  if (language.length <= fewLetters || isWithoutGrammar(language)) return undefined;
  return nearestWord(language, languageNames(), mistyped);
}
