import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The font files of each typeface. A character uses the first file that contains it. */
export const fontFiles = {
  // A free descendant of Charter, which is the first text font of the pages.
  title: [...charis(700), ...notoSerif(700), stixMath()],
  lead: [...charis(400), ...notoSerif(400), stixMath()],
  // Similar to the default fonts of most systems.
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

/** The path of an installed font file. @throws Error if it is not installed */
export function fontPath(file: string): string {
  return createRequire(import.meta.url).resolve(`@fontsource/${file}`);
}

/** A hash of all font files. They are read when a picture is drawn, and are not part of the code version. */
export async function fontsVersion(): Promise<string> {
  const files = [...new Set(Object.values(fontFiles).flat())];
  const contents = await Promise.all(files.map((file) => readFile(fontPath(file))));
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}
