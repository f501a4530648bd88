import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The font files of each typeface: each holds some scripts, and a character is set in the first that has it. */
export const fontFiles = {
  // The open descendant of Charter, which is the first of the page's own fonts for text.
  title: [...charis(700), ...notoSerif(700), stixMath()],
  lead: [...charis(400), ...notoSerif(400), stixMath()],
  // Close to what most systems set their own texts in.
  label: [
    ...['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map(
      (part) => `inter/files/inter-${part}-600-normal.woff`,
    ),
    stixMath(),
  ],
};

function charis(weight: number): string[] {
  return ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'].map(
    (part) => `charis-sil/files/charis-sil-${part}-${weight}-normal.woff`,
  );
}

function notoSerif(weight: number): string[] {
  return ['greek', 'greek-ext', 'math'].map(
    (part) => `noto-serif/files/noto-serif-${part}-${weight}-normal.woff`,
  );
}

function stixMath(): string {
  return 'stix-two-math/files/stix-two-math-latin-400-normal.woff';
}

/** Where a font file is installed. @throws Error when it is not */
export function fontPath(file: string): string {
  return createRequire(import.meta.url).resolve(`@fontsource/${file}`);
}

/** A hash of all font files, which are read when a picture is drawn and are no part of the code. */
export async function fontsVersion(): Promise<string> {
  const files = [...new Set(Object.values(fontFiles).flat())];
  const contents = await Promise.all(files.map((file) => readFile(fontPath(file))));
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}
