import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { codeVersion } from '@/lib/code-version';
import { isSystemError } from '@/lib/system-error';
import { runInThread } from '@/lib/threads/pool';
import type { FontRequest } from './math-font-worker';

/** How long it may take to make a font. */
const fontMilliseconds = 60_000;

const letters = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** What most formulas are made of. */
export const coreCharacters = [
  letters(0x20, 0x7e),
  '\u00a0¬±·×÷',
  letters(0x393, 0x3a9),
  '\u02c6\u2061\u2062\u2063',
  '…′‾ℎ→⇒',
  '∀∂∃∇∈∏∑−√∞∧∨∩∪∫∼≈≠≡≤≥⋅⋯',
  letters(0x1d434, 0x1d454),
  letters(0x1d456, 0x1d467),
  letters(0x1d6fc, 0x1d71b),
].join('');

/** What most others need besides; a browser that meets another character loads the whole font. */
export const furtherCharacters = Array.from(
  [
    '\u00a0¬°±·×÷ıȷ',
    letters(0x391, 0x3c9),
    'ϑϕϖϱϵ',
    '\u02c6\ufe0e\u0302\u0303\u0304\u0307\u0308\u20d7ˇ˘˙˜¯´',
    '\u2002\u2003\u2009\u200a\u205f\u2061\u2062\u2063',
    '‖†‡…‴′″‾',
    'ℂℎℏℓℕℙℚℜℑℝℤℵℬℰℱℋℐℒℳℛ',
    '←↑→↓↔↦⇌⇐⇒⇔⟵⟶⟷⟸⟹⟺⟼',
    letters(0x2200, 0x222e),
    '∴∵∼≀≃≅≈≐≔≜≠≡≤≥≪≫≺≻⊂⊃⊄⊆⊇⊈⊊⊕⊖⊗⊙⊢⊣⊤⊥⊨⋀⋁⋂⋃⋅⋆⋮⋯⋱',
    '⌈⌉⌊⌋⟨⟩⏞⏟□△▽◦',
    letters(0x1d400, 0x1d454),
    letters(0x1d456, 0x1d467),
    '𝒜𝒞𝒟𝒢𝒥𝒦𝒩𝒪𝒫𝒬𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵𝔸𝔹𝔻𝔼𝔽𝔾𝕀𝟏𝟎',
    letters(0x1d6a4, 0x1d6a5),
    letters(0x1d6a8, 0x1d6e1),
    letters(0x1d6e2, 0x1d6fb),
  ].join(''),
)
  .filter((character) => !coreCharacters.includes(character))
  .join('');

/** Names of the files where `app/math.css` expects these fonts. */
const parts = [
  { name: 'stix-two-math-core.woff2', characters: coreCharacters },
  { name: 'stix-two-math-further.woff2', characters: furtherCharacters },
];

/**
 * Makes the smaller math fonts, where those that are there were not made of this font, of these characters and by this
 * code.
 *
 * @param folder where `app/math.css` expects them
 * @throws Error when that fails
 */
export async function prepareMathFont(folder = resolve('.cache')): Promise<void> {
  const whole = createRequire(import.meta.url).resolve(
    '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  );
  const [code, source] = await Promise.all([codeVersion('lib/release/math-font-worker.ts'), readFile(whole)]);
  for (const { name, characters } of parts) {
    const file = join(folder, name);
    const markOf = (font: Uint8Array) =>
      createHash('sha256').update(`${code} ${characters}`).update(source).update(font).digest('hex');
    // Lies beside the font and stands for it and for all that it was made of.
    const markFile = `${file}.made-of`;
    const [font, mark] = await Promise.all([readIfThere(file), readIfThere(markFile)]);
    if (font && mark?.toString() === markOf(font)) continue;
    const request: FontRequest = { whole, file, characters };
    await runInThread('lib/release/math-font-worker.ts', request, fontMilliseconds);
    await writeFile(markFile, markOf(await readFile(file)));
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
