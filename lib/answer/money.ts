/** Words that join amounts of money, and do not stand bare in formulas. */
const joiningWords =
  /(?<=^|\s)(?:and|or|to|for|per|of|in|on|at|the|an|vs|is|was|with|from|by|each)(?!\p{L})/u;

/** Two words in a row, as prose has them. What stands in braces, as in `\text{if even}`, is not looked at. */
const adjacentWords = /(?<![\\\p{L}])\p{L}{2,}[,;:.]?\s+\p{L}{2,}/u;

const texSign = /\\[A-Za-z]|[\^_={}+<>|]/;

/**
 * Whether what stands between two single dollar signs is a formula, and not the text from one price to the next:
 * `$5 and $10`, `$1,000`, `$200 left spends $50 on food, $30 on`.
 *
 * @param before the character before the opening sign
 * @param after the character after the closing sign
 */
export function isFormula(content: string, before: string, after: string): boolean {
  const tex = content.trim();
  if (tex === '' || /\d/.test(after)) return false;
  const isAmount = /^\d/.test(tex);
  if (isAmount && /[\p{L}\d]/u.test(before)) return false;
  const prose = tex.replace(/\{[^{}]*\}/g, '{}');
  const readsAsProse = joiningWords.test(prose) || adjacentWords.test(prose);
  if (isAmount && readsAsProse) return false;
  const isLopsided = /^\s/.test(content) !== /\s$/.test(content);
  if (isLopsided) return !isAmount && !readsAsProse && (texSign.test(tex) || /^\p{L}'*$/u.test(tex));
  return !/[/(]$/.test(tex) && (!readsAsProse || texSign.test(tex));
}
