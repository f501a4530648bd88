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
 * Where the sign follows the amount, as in `5 $ ou 9 $`, what stands between two of them is no formula either.
 *
 * @param before the text before the opening sign, or the end of it
 * @param after the character after the closing sign
 */
export function isFormula(content: string, before: string, after: string): boolean {
  const tex = content.trim();
  if (tex === '' || /\d/.test(after)) return false;
  const isAmount = /^\d/.test(tex);
  if (isAmount && /[\p{L}\d]$/u.test(before)) return false;
  if (isBetweenAmounts(content, before)) return false;
  const prose = tex.replace(/\{[^{}]*\}/g, '{}');
  const readsAsProse = joiningWords.test(prose) || adjacentWords.test(prose);
  if (isAmount && readsAsProse) return false;
  const isLopsided = /^\s/.test(content) !== /\s$/.test(content);
  if (isLopsided) return !isAmount && !readsAsProse && (texSign.test(tex) || /^\p{L}'*$/u.test(tex));
  return !/[/(]$/.test(tex) && (!readsAsProse || texSign.test(tex));
}

/** A number and a space, before a dollar sign: a thousand may have spaces within. */
const amountBefore = /\d\s$/;

/**
 * Whether a text stands between two amounts whose signs follow them. Where a number comes before a formula, the formula
 * says something in TeX, and does not begin with a sign that joins amounts.
 */
function isBetweenAmounts(content: string, before: string): boolean {
  if (!amountBefore.test(before) || !amountBefore.test(content)) return false;
  return !texSign.test(content) || /^\s*[-+=−–,;/(]/.test(content);
}

/** A word, two letters of Chinese, Japanese or Korean, or an abbreviation with its year. */
const letters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2}|\p{L}{3}|\p{Lu}{2}\d/u;

/**
 * Whether `\[…\]` or `\(…\)` are brackets of prose, escaped so that Markdown shows them, as in `\[see below\]`, and not
 * those of a formula. A formula says something in TeX, or is no more than a few letters and numbers.
 *
 * @param isAmongText whether other text stands on the line
 */
export function areBracketsOfProse(content: string, isDisplay: boolean, isAmongText: boolean): boolean {
  if (texSign.test(content) || content.includes('\\')) return false;
  if (adjacentWords.test(content)) return true;
  return isDisplay && isAmongText && letters.test(content);
}
