import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const letters = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/**
 * Characters that most formulas consist of. U+AF and U+239B to U+23AD are not written in them, but Firefox looks
 * for them: the first in formulas with limits or accents, the others, parts of brackets, for brackets that grow.
 */
export const coreCharacters = [
  letters(0x20, 0x7e),
  '\u00a0¬¯±·×÷',
  letters(0x393, 0x3a9),
  '\u02c6\u2061\u2062\u2063',
  '…′‾ℎ→⇒',
  '∀∂∃∇∈∏∑−√∞∧∨∩∪∫∼≈≠≡≤≥⋅⋯',
  letters(0x239b, 0x23ad),
  letters(0x1d434, 0x1d454),
  letters(0x1d456, 0x1d467),
  letters(0x1d6fc, 0x1d71b),
].join('');

/**
 * Characters that most other formulas need in addition. For any other character, the browser loads the
 * complete font.
 */
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

export const wholeFont = join(
  process.cwd(),
  'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
);

const charactersOf = {
  'stix-two-math-core.woff2': coreCharacters,
  'stix-two-math-further.woff2': furtherCharacters,
} as const;

/** A font that `app/math.css` loads from `/fonts`. */
export type MathFontName = keyof typeof charactersOf;

// `Object.keys` cannot know that an object has no other keys than its type.
export const mathFontNames = Object.keys(charactersOf) as MathFontName[];

export function isMathFontName(name: string): name is MathFontName {
  return name in charactersOf;
}

/** Makes a subset of STIX Two Math in WOFF2. Takes about a second. */
export async function mathFont(name: MathFontName): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded on demand, because callers that need only the names do not use it.
  const { default: subsetFont } = await import('subset-font');
  const font = await subsetFont(await readFile(wholeFont), charactersOf[name], { targetFormat: 'woff2' });
  return new Uint8Array(font);
}
