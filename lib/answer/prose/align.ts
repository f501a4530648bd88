/**
 * Where in the source of a text node its characters stand: offsets in `source`, and -1 for what was escaped or written as
 * a character reference. Nothing, where source and text cannot be matched.
 */
export function alignText(value: string, source: string): number[] | undefined {
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
    if (source.charAt(at) === '\\' && source.charAt(at + 1) === character && asciiSign.test(character)) {
      at += 2;
      offsets.push(-1);
      continue;
    }
    // Markdown leaves out the indentation of lines, the marks of quotes, and spaces before line ends.
    while (source.charAt(at) !== character && /[ \t>\r]/.test(source.charAt(at))) at += 1;
    if (source.charAt(at) !== character) return undefined;
    offsets.push(at);
    at += 1;
  }
  return offsets;
}

const asciiSign = /[!-/:-@[-`{-~]/;

function referenceAt(source: string, at: number): string {
  return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(source.slice(at, at + 40))?.[0] ?? '';
}

/** A reference that names nothing stands in the text as it was typed. */
function isLiteral(value: string, index: number, reference: string): boolean {
  return reference !== '&amp;' && value.startsWith(reference, index);
}
