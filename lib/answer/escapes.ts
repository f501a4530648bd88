import type { Answer } from '@/lib/source/article';

/** The Markdown of an answer, whichever form its file has. */
export function answerMarkdown({ form, text }: Answer): string {
  return form === 'escaped' ? decodeEscapes(text) : text;
}

/** Words that continue a LaTeX command which begins with n, as in `\neq`. */
const command = /\\n(?!(?:abla|eq|e|u|ot|otin|eg|i|mid|exists)(?![A-Za-z]))/g;

/** Turns the source library's backslash-n into newlines, where it is one. */
export function decodeEscapes(line: string): string {
  return line
    .split(/(`[^`\\]*\\n[^`]*`(?!`))/)
    .map((part, index) => (index % 2 === 1 && !part.startsWith('``') ? part : part.replace(command, '\n')))
    .join('');
}
