import { getDocumentProxy } from 'unpdf';

/** Paper sizes in points, in portrait orientation. */
export const papers = { A4: { width: 595.3, height: 841.9 }, Letter: { width: 612, height: 792 } } as const;

/** Default margin of browsers at each edge of the paper: 10 mm, in points. */
export const margin = 28.3;

/** The text of a printed document, and the texts that are outside the printable area. */
export interface Printed {
  text: string;
  outside: string[];
  /** Font size of each text in points. */
  sizes: Map<string, number>;
}

/** Reads a PDF whose pages have {@link margin} on all sides. */
export async function readPdf(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const printed: Printed = { text: '', outside: [], sizes: new Map() };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      printed.text += item.str;
      printed.sizes.set(item.str, item.height);
      const [, , , , x = 0, y = 0] = item.transform as number[];
      // A tolerance, because widths in fonts are rounded.
      const [least, most] = [left + margin - 1, right - margin + 1];
      const isInside =
        x >= least && x + item.width <= most && y >= bottom + margin - 1 && y <= top - margin + 1;
      if (!isInside) {
        printed.outside.push(
          `page ${number}: "${item.str.slice(0, 60)}" from ${Math.round(x)} to ${Math.round(x + item.width)} of ${right}`,
        );
      }
    }
  }
  return printed;
}

/**
 * The letters and digits of a text that another one lacks, in any order. Mathematical letters count as plain
 * letters.
 */
export function missingFrom(found: string, wanted: string): string[] {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const character of text.normalize('NFKC').match(/[\p{L}\p{Nd}]/gu) ?? [])
      counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
  };
  const there = count(found);
  return [...count(wanted)].flatMap(([character, times]) => {
    const lacking = times - (there.get(character) ?? 0);
    return lacking > 0 ? `${lacking} of ${times} ${character}` : [];
  });
}
