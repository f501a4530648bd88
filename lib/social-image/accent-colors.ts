import type { Accent } from '@/lib/catalogue/subjects';

/** The hues of `app/accents.css`, in degrees. */
export const hues: Record<Accent, number> = {
  crimson: 20,
  amber: 65,
  olive: 110,
  green: 150,
  teal: 195,
  blue: 255,
  indigo: 280,
  violet: 310,
  rose: 350,
};

/** The colors of a page in the light theme, as in `app/tokens.css`. */
export const pageColors = { paper: '#fdfcf9', line: '#e3ded2', ink: '#22252a', muted: '#5a5f69' } as const;

/** The values of `--accent` and `--accent-line` in the light theme. */
export function accentColors(accent: Accent): { strong: string; soft: string } {
  return { strong: oklch(0.46, 0.12, hues[accent]), soft: oklch(0.82, 0.06, hues[accent]) };
}

/**
 * The sixteen colors of a picture: its main colors and mixtures for antialiased edges, most of them between
 * ink and paper.
 */
export function paletteOf(accent: Accent): string[] {
  const { strong, soft } = accentColors(accent);
  const { paper, line, ink, muted } = pageColors;
  return [
    ...[paper, line, ink, muted, strong, soft],
    ...[1, 2, 3, 4, 5, 6, 7].map((part) => mix(paper, ink, part / 8)),
    ...[1, 2, 3].map((part) => mix(paper, strong, part / 4)),
  ];
}

/** Mixes two colors. @param share of the second color, 0 to 1 */
function mix(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((place) => {
    const [from, to] = [first, second].map((color) => Number.parseInt(color.slice(place, place + 2), 16));
    return Math.round((from ?? 0) * (1 - share) + (to ?? 0) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Converts a color from CSS `oklch()` to `#rrggbb` (https://bottosson.github.io/posts/oklab/). Colors outside
 * sRGB are clipped.
 */
function oklch(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((channel) => byteOf(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Encodes a channel of linear light with the sRGB transfer function, from 0 to 255. */
function byteOf(linear: number): number {
  const light = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
}
