import type { Element, ElementContent } from 'hast';

import { textWidth } from '../text-width';
import { mathmlWidth } from '../tex/mathml-width';

/** Wider words may be broken; this is the width they count with. All widths here are in em. */
const longWord = 16;
const brokenWord = 12;

/** Total horizontal padding of a cell in print. */
const padding = 0.8;

/** Factor for the bold words of a header. */
const bold = 1.1;

/** The width that a table needs in print, and its cells with words that have to be broken. */
export interface TableWidth {
  /**
   * The estimated width in em of the table's text if only long words are broken. Seldom less than in a
   * browser.
   */
  width: number;
  longCells: readonly Element[];
}

/** Measures the rows of a table in all its sections. */
export function measureTable(table: Element): TableWidth {
  const rows = elementsIn(table).flatMap((section) => elementsIn(section).map(elementsIn));
  const longCells: Element[] = [];
  const columns: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const found = parts(cell);
      const isLong = ({ width, isWord }: Part) => isWord && width > longWord;
      const widths = found.map((part) => (isLong(part) ? brokenWord : part.width));
      const widest = Math.max(0, ...widths) * (cell.tagName === 'th' ? bold : 1);
      if (found.some(isLong)) longCells.push(cell);
      columns[column] = Math.max(columns[column] ?? 0, widest);
    });
  }
  const width = columns.reduce((total, column) => total + column + padding, 0);
  return { width: Math.ceil(width), longCells };
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** Content that stays on one line: a word, or a formula or the part of one between two line breaks. */
interface Part {
  width: number;
  isWord: boolean;
}

function parts(cell: Element): Part[] {
  const found: Part[] = [{ width: 0, isWord: true }];
  const read = (node: ElementContent) => {
    if (node.type === 'text') {
      node.value.split(/\s/).forEach((word, index) => {
        // A word may continue after the end of an element.
        const last = index === 0 ? found.at(-1) : undefined;
        if (last?.isWord) last.width += textWidth(word);
        else found.push({ width: textWidth(word), isWord: true });
      });
    } else if (node.type === 'element' && node.tagName === 'math') {
      const isDisplay = node.properties.display === 'block';
      found.push(...node.children.map((row) => ({ width: mathmlWidth([row], isDisplay), isWord: false })));
    } else if (node.type === 'element') {
      if (node.tagName === 'br') found.push({ width: 0, isWord: true });
      node.children.forEach(read);
    }
  };
  cell.children.forEach(read);
  return found;
}
