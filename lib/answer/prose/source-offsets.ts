/**
 * The offset in `source` of each character of a text node; -1 for escaped characters and character
 * references. Undefined if source and text do not match.
 */
export function sourceOffsets(value: string, source: string): number[] | undefined {
  if (value === source) return Array.from({ length: value.length }, (_, index) => index);
  const offsets: number[] = [];
  let at = 0;
  while (offsets.length < value.length) {
    const index = offsets.length;
    const character = value.charAt(index);
    const reference = source.charAt(at) === '&' ? referenceAt(source, at) : '';
    if (reference !== '' && !isLiteral(value, index, reference)) {
      at += reference.length;
      offsets.push(-1);
      if (/[\uD800-\uDBFF]/.test(character)) offsets.push(-1);
      continue;
    }
    if (
      source.charAt(at) === '\\' &&
      source.charAt(at + 1) === character &&
      asciiPunctuation.test(character)
    ) {
      at += 2;
      offsets.push(-1);
      continue;
    }
    // Markdown removes indentation, quote markers, and spaces before newlines.
    while (source.charAt(at) !== character && /[ \t>\r]/.test(source.charAt(at))) at += 1;
    if (source.charAt(at) !== character) return undefined;
    offsets.push(at);
    at += 1;
  }
  return offsets;
}

const asciiPunctuation = /[!-/:-@[-`{-~]/;

function referenceAt(source: string, at: number): string {
  return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(source.slice(at, at + 40))?.[0] ?? '';
}

/** Whether a character reference is invalid, so that the text contains it as typed. */
function isLiteral(value: string, index: number, reference: string): boolean {
  return reference !== '&amp;' && value.startsWith(reference, index);
}
