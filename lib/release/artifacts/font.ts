import { mathFont, type MathFontName } from '@/lib/fonts/math-font';
import type { Made } from './makers';

/** A subset of the font for formulas. */
export async function make(name: MathFontName): Promise<Made> {
  return { content: await mathFont(name) };
}
