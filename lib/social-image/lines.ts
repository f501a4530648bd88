/** The width of a text, in ems. */
export type Measure = (text: string) => number;

/** A font size in pixels, and the number of lines that fit. */
export interface Step {
  size: number;
  lines: number;
}

export interface Block {
  size: number;
  lines: string[];
}

/** UTF-16 units. No picture has room for more, so the rest of a longer text is not measured. */
const longestText = 1000;

/**
 * Breaks a text into lines of similar length, at the first size at which it fits. If it does not fit at the
 * last size, it ends with an ellipsis.
 *
 * @param width of a line, in pixels
 * @param steps largest first
 */
export function setLines(text: string, measure: Measure, width: number, steps: readonly Step[]): Block {
  const isLong = text.length > longestText;
  const space = measure(' ');
  const segments = splitSegments(isLong ? text.slice(0, longestText) : text, measure, space);
  for (const { size, lines } of steps) {
    const ems = width / size;
    // A smaller size may avoid breaking a word.
    if (isLong || segments.some((segment) => segment.width > ems)) continue;
    const filled = fill(segments, ems);
    if (filled.length <= lines) return { size, lines: balance(segments, ems, filled.length).map(textOf) };
  }
  const { size, lines } = steps.at(-1) ?? { size: 0, lines: 0 };
  const ems = width / size;
  const filled = fill(
    segments.flatMap((segment) => breakSegment(segment, measure, ems)),
    ems,
  );
  const shown = filled.slice(0, lines).map(textOf);
  const isCut = isLong || filled.length > lines;
  return { size, lines: isCut ? [...shown.slice(0, -1), cut(shown.at(-1) ?? '', measure, ems)] : shown };
}

/** A segment without line breaks. */
interface Segment {
  text: string;
  /** In ems. */
  width: number;
  /** Space before it in ems, unless it is the first of its line. */
  gap: number;
}

type Line = readonly Segment[];

function textOf(line: Line): string {
  return line.map(({ text, gap }, index) => (index > 0 && gap > 0 ? ` ${text}` : text)).join('');
}

function widthOf(line: Line): number {
  return line.reduce((sum, { width, gap }, index) => sum + width + (index > 0 ? gap : 0), 0);
}

/** Line breaks are allowed at a space, and after a hyphen, a dash or a slash between letters. */
function splitSegments(text: string, measure: Measure, space: number): Segment[] {
  return text.split(' ').flatMap((word) =>
    word
      .split(/(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u)
      .filter((part) => part !== '')
      .map((part, index) => ({ text: part, width: measure(part), gap: index === 0 ? space : 0 })),
  );
}

function fill(segments: readonly Segment[], ems: number): Line[] {
  const lines: Segment[][] = [];
  let width = Infinity;
  for (const segment of segments) {
    if (width + segment.gap + segment.width <= ems) {
      lines.at(-1)?.push(segment);
      width += segment.gap + segment.width;
    } else {
      lines.push([segment]);
      width = segment.width;
    }
  }
  return lines;
}

/** The narrowest lines that do not increase their number. */
function balance(segments: readonly Segment[], ems: number, count: number): Line[] {
  let lines = fill(segments, ems);
  let [low, high] = [0, ems];
  while (high - low > 0.05) {
    const middle = (low + high) / 2;
    const narrower = fill(segments, middle);
    if (narrower.length <= count && narrower.every((line) => widthOf(line) <= middle)) {
      lines = narrower;
      high = middle;
    } else {
      low = middle;
    }
  }
  return lines;
}

/** Splits a word that is wider than a line into narrower segments. */
function breakSegment(segment: Segment, measure: Measure, ems: number): Segment[] {
  if (segment.width <= ems) return [segment];
  const parts: Segment[] = [];
  for (const grapheme of splitGraphemes(segment.text)) {
    const width = measure(grapheme);
    const last = parts.at(-1);
    if (last && last.width + width <= ems) {
      last.text += grapheme;
      last.width += width;
    } else {
      parts.push({ text: grapheme, width, gap: last ? 0 : segment.gap });
    }
  }
  return parts;
}

/** Ends the last line with an ellipsis, after a whole word if possible. */
function cut(line: string, measure: Measure, ems: number): string {
  const ended = (text: string) => `${text.replace(/[\s\p{P}]+$/u, '')}…`;
  const fits = (text: string) => measure(ended(text)) <= ems;
  const words = line.split(' ');
  while (words.length > 1 && !fits(words.join(' '))) words.pop();
  const graphemes = splitGraphemes(words.join(' '));
  while (graphemes.length > 0 && !fits(graphemes.join(''))) graphemes.pop();
  return ended(graphemes.join(''));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
