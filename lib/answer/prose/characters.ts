/** Letters of scripts that write words without spaces between them, or signs directly behind a word. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Bopomofo}ー々〆';

const unspacedLetter = new RegExp(`^[${unspaced}]$`, 'u');

/** Whether a letter is of a script in which emphasis begins and ends within what looks like one word. */
export function isUnspaced(character: string): boolean {
  return unspacedLetter.test(character);
}

/** The character before an offset, both halves of it; nothing at the start. */
export function characterBefore(text: string, offset: number): string {
  return /[^]?$/u.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
}

/** The character at an offset, both halves of it; nothing at the end. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
