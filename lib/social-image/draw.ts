import type { Accent } from '@/lib/catalogue/subjects';
import { site } from '@/lib/site';
import { accentColors, pageColors } from './accent-colors';
import { legible } from './legible';
import { setLines, type Block, type Step } from './lines';
import type { Picture } from './picture';
import { pictureSize } from './size';
import { Typeface } from './typeface';

const { width, height } = pictureSize;
const margin = 88;
/** The turned corner of the page, as in the logo. */
const corner = 148;
/** Label, title and lead are centered vertically between these. */
const top = 76;
const footLine = 516;

const labelSize = 34;
/** From the label's baseline to the top of the title's capitals. */
const labelGap = 38;

const titleSteps: readonly Step[] = [
  { size: 112, lines: 1 },
  { size: 98, lines: 2 },
  { size: 84, lines: 3 },
  { size: 70, lines: 4 },
  { size: 60, lines: 5 },
  { size: 52, lines: 5 },
  { size: 46, lines: 6 },
];
const titleLeading = 1.16;

const leadSteps: readonly Step[] = [
  { size: 38, lines: 2 },
  { size: 34, lines: 3 },
];
const leadLeading = 1.4;
/** From the title's last baseline to the top of the lead's capitals. */
const leadGap = 58;

/** The height of capitals, in ems. */
const capitals = { title: 0.67, label: 0.73 } as const;

/** The fonts of pictures. */
export interface Typefaces {
  title: Typeface;
  lead: Typeface;
  label: Typeface;
}

export async function loadTypefaces(): Promise<Typefaces> {
  const [title, lead, label] = await Promise.all([
    Typeface.load('title', -0.012),
    Typeface.load('lead'),
    Typeface.load('label', -0.01),
  ]);
  return { title, lead, label };
}

/**
 * Draws a picture as SVG. Text is drawn as outlines, so that the result does not depend on installed fonts,
 * and no text is markup.
 *
 * If the fonts lack a character of the title, for example a Chinese one, the label replaces the title: the
 * name of the subject for a question.
 */
export function drawPicture(picture: Picture, typefaces: Typefaces): string {
  return svgOf(frameOf(picture.accent, typefaces) + setTexts(picture, typefaces).drawn, 0, height);
}

/** The parts that all pictures of one color share: a picture without its texts. */
export function drawFrame(accent: Accent, typefaces: Typefaces): string {
  return svgOf(frameOf(accent, typefaces), 0, height);
}

/**
 * Draws only the rows of a {@link drawPicture picture} that contain its texts.
 *
 * @returns also the number of the first row
 */
export function drawTexts(picture: Picture, typefaces: Typefaces): { svg: string; firstRow: number } {
  const { drawn, from, to } = setTexts(picture, typefaces);
  // Texts that are too long overlap the foot of the page.
  const around = to > footLine ? frameOf(picture.accent, typefaces) : pageOf(picture.accent);
  return { svg: svgOf(around + drawn, from, to), firstRow: from };
}

/** @param from first visible row @param to row after the last visible one */
function svgOf(shapes: string, from: number, to: number): string {
  const size = `width="${width}" height="${to - from}" viewBox="0 ${from} ${width} ${to - from}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes}</svg>`;
}

function frameOf(accent: Accent, { label }: Typefaces): string {
  const { line, ink } = pageColors;
  return [
    pageOf(accent),
    `<path fill="${line}" d="M${margin} ${footLine}H${width - margin}v2H${margin}z"/>`,
    `<g fill="${ink}">${label.draw(site.name, margin + 58, footLine + 61, 36)}</g>`,
    sign(margin - 9, footLine + 23, 54, ink),
  ].join('');
}

function pageOf(accent: Accent): string {
  const { strong, soft } = accentColors(accent);
  return [
    `<rect width="${width}" height="${height}" fill="${strong}"/>`,
    `<path fill="${pageColors.paper}" d="M0 0H${width - corner}L${width} ${corner}V${height}H0z"/>`,
    `<path fill="${soft}" d="M${width - corner} 0V${corner}H${width}z"/>`,
  ].join('');
}

/** Height in ems of diacritics above or below letters, beyond capitals. */
const overhang = 0.5;

/** @returns the texts, and the range of their rows */
function setTexts(
  picture: Picture,
  { title, lead, label }: Typefaces,
): { drawn: string; from: number; to: number } {
  const own = settable(picture.title, title);
  const titleText = own ?? settable(picture.label, title) ?? site.tagline;
  const labelText = own === undefined ? '' : (settable(picture.label, label) ?? '');
  const leadText = settable(picture.lead, lead) ?? '';

  const labels = setIn(label, labelText, width - 2 * margin - corner, [{ size: labelSize, lines: 1 }]);
  const titles = setIn(title, titleText, width - 2 * margin, titleSteps);
  const leads = setIn(lead, leadText, width - 2 * margin - corner, leadSteps);
  const labelHeight = labelText === '' ? 0 : labelSize * capitals.label + labelGap;
  const titleHeight = (titles.lines.length - 1 + capitals.title / titleLeading) * titles.size * titleLeading;
  const leadHeight =
    leadText === '' ? 0 : leadGap + ((leads.lines.length - 1) * leadLeading + capitals.title) * leads.size;

  const start = top + (footLine - top - labelHeight - titleHeight - leadHeight) / 2;
  const titleStart = start + labelHeight;
  const leadStart = titleStart + titleHeight + leadGap;
  const accent = accentColors(picture.accent).strong;
  const drawn = [
    drawBlock(label, labels, start + labelSize * capitals.label, 1, accent),
    drawBlock(title, titles, titleStart + titles.size * capitals.title, titleLeading, pageColors.ink),
    drawBlock(lead, leads, leadStart + leads.size * capitals.title, leadLeading, pageColors.muted),
  ].join('');
  const end = titleStart + titleHeight + leadHeight;
  const [first, last] = [labelText === '' ? titles : labels, leadText === '' ? titles : leads];
  return {
    drawn,
    from: Math.max(0, Math.floor(start - overhang * first.size)),
    to: Math.min(height, Math.ceil(end + overhang * last.size)),
  };
}

function settable(text: string, typeface: Typeface): string | undefined {
  return legible(text, (character) => typeface.has(character));
}

function setIn(typeface: Typeface, text: string, lineWidth: number, steps: readonly Step[]): Block {
  return setLines(text, (part) => typeface.measure(part), lineWidth, steps);
}

/** @param baseline of the first line @param leading distance of lines in ems */
function drawBlock(
  typeface: Typeface,
  block: Block,
  baseline: number,
  leading: number,
  color: string,
): string {
  const { size, lines } = block;
  const drawn = lines.map((line, index) =>
    typeface.draw(line, margin, baseline + index * size * leading, size),
  );
  return `<g fill="${color}">${drawn.join('')}</g>`;
}

/** The logo of `components/wordmark.tsx`. */
function sign(x: number, y: number, size: number, color: string): string {
  return (
    `<g transform="translate(${x} ${y}) scale(${size / 24})" fill="none" stroke="${color}" stroke-linejoin="round">` +
    '<path d="M5 3h10l5 5v13H5z" stroke-width="1.75"/>' +
    '<path d="M8.5 14.5l2.75 2.75 5-6.5" stroke-width="2" stroke-linecap="round"/></g>'
  );
}
