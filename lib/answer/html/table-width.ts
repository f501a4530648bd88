import type { Element, ElementContent } from 'hast';

import { textWidth } from '../text-width';
import { mathmlWidth } from '../tex/mathml-width';

/** A word is broken that is wider, and then is taken to be as wide as it may become. In em, as all widths here. */
const longWord = 16;
const brokenWord = 12;

/** The room on both sides of what a cell holds, on paper. */
const padding = 0.8;

/** How much wider words of a header are, which are bold. */
const bold = 1.1;

/** How wide a table must be on paper, and which of its cells hold a word so long that it has to be broken. */
export interface TableWidth {
  /** The width in em of the table's text at which no word is broken but long ones, estimated: seldom less than in a browser. */
  width: number;
  longCells: readonly Element[];
}

/** Measures a table: its rows, whatever sections they stand in. */
export function measureTable(table: Element): TableWidth {
  const rows = elementsIn(table).flatMap((section) => elementsIn(section).map(elementsIn));
  const longCells: Element[] = [];
  const columns: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const widest = Math.max(0, ...unbreakable(cell)) * (cell.tagName === 'th' ? bold : 1);
      if (hasLongWord(cell)) longCells.push(cell);
      columns[column] = Math.max(columns[column] ?? 0, widest);
    });
  }
  const width = columns.reduce((total, column) => total + column + padding, 0);
  return { width: Math.ceil(width), longCells };
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** The widths of all that keeps to one line: words, and formulas or the parts of them that wrap. */
function unbreakable(node: Element): number[] {
  return parts(node).map(({ width, isWord }) => (isWord && width > longWord ? brokenWord : width));
}

function hasLongWord(cell: Element): boolean {
  return parts(cell).some(({ width, isWord }) => isWord && width > longWord);
}

interface Part {
  width: number;
  isWord: boolean;
}

function parts(cell: Element): Part[] {
  const found: Part[] = [{ width: 0, isWord: true }];
  const read = (node: ElementContent) => {
    if (node.type === 'text') {
      node.value.split(/\s/).forEach((word, index) => {
        // A word goes on where an element ends within it.
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
