/** Letters of scripts without spaces between words, or with suffixes directly after a word. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Bopomofo}ー々〆';

const unspacedLetter = new RegExp(`^[${unspaced}]$`, 'u');

/** Whether a letter belongs to a script in which emphasis may begin and end inside a sequence of letters. */
export function isUnspaced(character: string): boolean {
  return unspacedLetter.test(character);
}

/** The code point before an offset; empty at the start. */
export function characterBefore(text: string, offset: number): string {
  return /[^]?$/u.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
}

/** The code point at an offset; empty at the end. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
