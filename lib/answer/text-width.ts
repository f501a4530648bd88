/**
 * The estimated width of a text in em: at least that in the widest of the usual text fonts, and seldom more
 * by a half. Spaces count as characters.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/[\p{Mn}\p{Cf}\p{Cc}]/u.test(character)) return 0;
  if (/[iljtfrI.,:;'’!|()[\]{}\s]/.test(character)) return 0.42;
  if (/[mwMW@%—…]/.test(character)) return 1.05;
  if (/[a-z]/.test(character)) return 0.66;
  if (/\d/.test(character)) return 0.64;
  if (/[A-Z]/.test(character)) return 0.85;
  // Capital letters of other alphabets, mathematical letters and symbols; then full-width characters.
  return (character.codePointAt(0) ?? 0) < 0x2e80 || /\p{Alphabetic}/u.test(character) ? 0.95 : 1.1;
}
