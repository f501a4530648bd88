/**
 * Control characters except tab and line breaks, unpaired surrogates, bidirectional controls, and characters
 * that Unicode excludes from interchange. Nobody types them, and some hide text from readers of the file.
 */
const hidden = /[^\P{Cc}\t\n\r\u0085]|[\p{Cs}\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}]/gu;

/** Each hidden character of a text, with its offset. */
export function findHiddenCharacters(text: string): { character: string; index: number }[] {
  // Almost no text has one, and searching takes less time than listing matches.
  if (text.search(hidden) === -1) return [];
  return Array.from(text.matchAll(hidden), ({ 0: character, index }) => ({ character, index }));
}

/** Replaces each hidden character by U+FFFD. The length of the text does not change. */
export function maskHidden(text: string): string {
  return text.replace(hidden, (character) => '\uFFFD'.repeat(character.length));
}

/** The message about a hidden character. */
export function describeHidden(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `Found the control character U+${code}, which is invisible: delete it.`;
}

/** Prepares a text for a terminal or a log: one line, with U+FFFD for each hidden character. */
export function oneLine(text: string): string {
  return text.replace(/\s/g, ' ').replace(hidden, '\uFFFD').replaceAll('\u0085', ' ');
}
