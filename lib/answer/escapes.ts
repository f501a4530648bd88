import type { Answer } from '@/lib/source/article';

/** The Markdown of an answer, whichever form its file has. */
export function answerMarkdown({ form, text }: Answer): string {
  return form === 'escaped' ? decodeEscapes(text) : text;
}

/** What keeps its backslash-n: a string in code, inline code, a LaTeX command that begins with n. */
const fence = /(```.*?\\n *```)/;
const kept = {
  code: /"(?:[^"\\]|\\.)*"|'\\n'/,
  prose: /`[^`]*`|\\n(?:abla|eq|e|u|ot|otin|eg|i|mid|exists)(?![A-Za-z])/,
};

/** Turns the source library's backslash-n into newlines, where it is one. */
export function decodeEscapes(line: string): string {
  return line
    .split(fence)
    .map((part, index) => {
      const pattern = new RegExp(`(${(index % 2 === 1 ? kept.code : kept.prose).source})|\\\\n`, 'g');
      return part.replace(pattern, (_, literal: string | undefined) => literal ?? '\n');
    })
    .join('');
}
