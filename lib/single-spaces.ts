/** Replaces each run of white space in a text by one space, and removes it at both ends. */
export function singleSpaces(text: string): string {
  // Skips single spaces, which would be most of the matches.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}
