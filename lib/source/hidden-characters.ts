/**
 * All control characters but tab and line ends, half characters, those that turn the direction of writing, and those
 * that Unicode keeps out of texts: nobody types them, and some hide text from whoever reads the file.
 */
const hidden = /[^\P{Cc}\t\n\r\u0085]|[\p{Cs}\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}]/gu;

/** Each hidden character of a text, with its offset. */
export function findHiddenCharacters(text: string): { character: string; index: number }[] {
  return Array.from(text.matchAll(hidden), ({ 0: character, index }) => ({ character, index }));
}

/** A text with U+FFFD in place of them, as long as it was. */
export function maskHidden(text: string): string {
  return text.replace(hidden, (character) => '\uFFFD'.repeat(character.length));
}

/** What is said of one. */
export function describeHidden(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `Found the control character U+${code}, which cannot be seen: delete it.`;
}

/** A text for a terminal or a log: on one line, with U+FFFD for each hidden character. */
export function oneLine(text: string): string {
  return text.replace(/\s/g, ' ').replace(hidden, '\uFFFD').replaceAll('\u0085', ' ');
}
