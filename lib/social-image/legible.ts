/** Characters that can be left out without a change of meaning if no font has them. */
const dispensable = /[\p{Extended_Pictographic}\p{M}\p{Cf}\p{Sk}\p{So}]/u;

/**
 * Converts a text to characters that the fonts have: ligatures become letters; pictographs and stray marks
 * are left out.
 *
 * @param has whether a font has a character
 * @returns undefined if a letter, digit or operator would be lost, because the rest could have another
 *   meaning
 */
export function legible(text: string, has: (character: string) => boolean): string | undefined {
  let result = '';
  for (const character of text.normalize('NFC')) {
    const settable = settableForm(character, has);
    if (settable === undefined) return undefined;
    result += settable;
  }
  const tidy = result.replace(/ {2,}/g, ' ').trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(tidy) ? tidy : undefined;
}

function settableForm(character: string, has: (character: string) => boolean): string | undefined {
  const forms = [character, ...(['NFKC', 'NFD', 'NFKD'] as const).map((form) => character.normalize(form))];
  const found = forms.find((form) => Array.from(form).every(has));
  if (found !== undefined) return found;
  if (/\s/u.test(character)) return ' ';
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
  if (bare !== '' && bare !== character && Array.from(bare).every(has)) return bare;
  return dispensable.test(character) ? '' : undefined;
}
