/** Words between amounts of money, which do not occur unformatted in formulas. */
const joiningWords =
  /(?<=^|\s)(?:and|or|to|for|per|of|in|on|at|the|an|vs|is|was|with|from|by|each)(?!\p{L})/u;

/** Two adjacent words, as in prose. Text in braces, as in `\text{if even}`, is ignored. */
const adjacentWords = /(?<![\\\p{L}])\p{L}{2,}[,;:.]?\s+\p{L}{2,}/u;

const texSign = /\\[A-Za-z]|[\^_={}+<>|]/;

/**
 * Whether the text between two single dollar signs is a formula rather than prose between two prices: `$5 and
 * $10`, `$1,000`, `$200 left spends $50 on food, $30 on`.
 *
 * If the dollar sign follows the amount, as in `5 $ ou 9 $`, the text between is not a formula either.
 *
 * @param before the text before the opening sign, or its end
 * @param after the character after the closing sign
 */
export function isFormula(content: string, before: string, after: string): boolean {
  const tex = content.trim();
  if (tex === '' || /\d/.test(after)) return false;
  const isAmount = /^\d/.test(tex);
  if (isAmount && /[\p{L}\d]$/u.test(before)) return false;
  if (isBetweenAmounts(content, before) || isBetweenAmountAndFormula(content, before, after)) return false;
  const prose = tex.replace(/\{[^{}]*\}/g, '{}');
  const readsAsProse = joiningWords.test(prose) || adjacentWords.test(prose);
  if (isAmount && readsAsProse) return false;
  const isLopsided = /^\s/.test(content) !== /\s$/.test(content);
  if (isLopsided) return !isAmount && !readsAsProse && (texSign.test(tex) || /^\p{L}'*$/u.test(tex));
  return !/[/(]$/.test(tex) && (!readsAsProse || texSign.test(tex));
}

/** A number and a space before a dollar sign. */
const amountBefore = /\d\s$/;

/** The text from an amount in one cell of a table to the sign of an amount in the next. */
const toNextCell = /^\s*\|[^\\^_={}+<>]*\d\s?$/;

/** The text between the signs of two amounts with a dash, a slash or a comma between them: `5$-10$`. */
const toNextAmount = /^\s?[-–—/,;]\s?\d[\d.,]*\s?$/;

/** Whether a text is between an amount and a formula, as in `10 $ if $x > 2$`. */
function isBetweenAmountAndFormula(content: string, before: string, after: string): boolean {
  return amountBefore.test(before) && /^\s.*\s$/s.test(content) && /^[\p{L}\\]/u.test(after);
}

/**
 * Whether a text is between two amounts that are followed by dollar signs. A formula after a number contains
 * TeX, and does not begin with a character that joins amounts.
 */
function isBetweenAmounts(content: string, before: string): boolean {
  if (/\d\s?$/.test(before) && (toNextCell.test(content) || toNextAmount.test(content))) return true;
  if (!amountBefore.test(before) || !amountBefore.test(content)) return false;
  return !texSign.test(content) || /^\s*[-+=−–,;/(]/.test(content);
}

/** A word, two letters of Chinese, Japanese or Korean, or an abbreviation with its year. */
const letters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2}|\p{L}{3}|\p{Lu}{2}\d/u;

/**
 * Whether `\[…\]` or `\(…\)` are escaped brackets of prose, as in `\[see below\]`, and not delimiters of a
 * formula. A formula contains TeX, or only a few letters and numbers.
 *
 * @param isAmongText whether there is other text on the line
 */
export function areBracketsOfProse(content: string, isDisplay: boolean, isAmongText: boolean): boolean {
  if (texSign.test(content) || content.includes('\\')) return false;
  if (adjacentWords.test(content)) return true;
  return isDisplay && isAmongText && letters.test(content);
}
