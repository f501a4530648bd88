import type { Accent } from '@/lib/catalogue/subjects';
import { site } from '@/lib/site';
import { accentColors, pageColors } from './accent-colors';
import { legible } from './legible';
import { setLines, type Block, type Step } from './lines';
import { outlineOf, type Point } from './outline';
import type { Shape } from './paint';
import type { Picture } from './picture';
import { pictureSize } from './size';
import { strokeClosed, strokeOpen } from './stroke';
import { Typeface } from './typeface';

const { width } = pictureSize;
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

/** Shapes of one color. */
export interface Layer {
  /** As `#rrggbb`. */
  color: string;
  shapes: readonly Shape[];
}

/** The layers that all pictures of one color share, from bottom to top. They are on `pageColors.paper`. */
export function drawFrame(accent: Accent, { label }: Typefaces): Layer[] {
  const { line, ink } = pageColors;
  const { strong, soft } = accentColors(accent);
  const [left, right] = [width - corner, width];
  const rule = polygon(
    [margin, footLine],
    [width - margin, footLine],
    [width - margin, footLine + 2],
    [margin, footLine + 2],
  );
  const name = label.place(site.name, margin + 58, footLine + 61, 36);
  return [
    { color: strong, shapes: [polygon([left, 0], [right, 0], [right, corner])] },
    { color: soft, shapes: [polygon([left, 0], [right, corner], [left, corner])] },
    { color: line, shapes: [rule] },
    { color: ink, shapes: [...name, ...sign(margin - 9, footLine + 23, 54)] },
  ];
}

/**
 * The texts of a picture, as layers above its {@link drawFrame frame}. They are outlines, so that a picture does
 * not depend on installed fonts.
 *
 * If the fonts lack a character of the title, for example a Chinese one, the label replaces the title: the
 * name of the subject for a question.
 */
export function drawTexts(picture: Picture, { title, lead, label }: Typefaces): Layer[] {
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
  return [
    placeBlock(label, labels, start + labelSize * capitals.label, 1, accent),
    placeBlock(title, titles, titleStart + titles.size * capitals.title, titleLeading, pageColors.ink),
    placeBlock(lead, leads, leadStart + leads.size * capitals.title, leadLeading, pageColors.muted),
  ];
}

function settable(text: string, typeface: Typeface): string | undefined {
  return legible(text, (character) => typeface.has(character));
}

function setIn(typeface: Typeface, text: string, lineWidth: number, steps: readonly Step[]): Block {
  return setLines(text, (part) => typeface.measure(part), lineWidth, steps);
}

/** @param baseline of the first line @param leading distance of lines in ems */
function placeBlock(
  typeface: Typeface,
  { size, lines }: Block,
  baseline: number,
  leading: number,
  color: string,
): Layer {
  const shapes = lines.flatMap((line, index) =>
    typeface.place(line, margin, baseline + index * size * leading, size),
  );
  return { color, shapes };
}

/** The logo of `components/wordmark.tsx`. */
function sign(x: number, y: number, size: number): Shape[] {
  const page: Point[] = [
    [5, 3],
    [15, 3],
    [20, 8],
    [20, 21],
    [5, 21],
  ];
  const tick: Point[] = [
    [8.5, 14.5],
    [11.25, 17.25],
    [16.25, 10.75],
  ];
  return [strokeClosed(page, 1.75), strokeOpen(tick, 2)].map((outline) => ({
    outline,
    x,
    y,
    size: size / 24,
  }));
}

function polygon(...points: Point[]): Shape {
  return { outline: outlineOf([points]), x: 0, y: 0, size: 1 };
}
