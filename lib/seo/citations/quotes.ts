/** A quotation mark in a text, and the one that closes what it opens or is closed by it. */
interface Mark {
  place: number;
  /** Whether it stands for a double mark. */
  isDouble: boolean;
  opens: boolean;
}

/** Where something may begin: at the start, after a space, a dash, or what opens. */
const beginning = /(?:^|[\s([{<\p{Pd}/“‘"'])$/u;

/** Where something may have ended. */
const ending = /^(?:$|[\s)\]}>\p{P}])/u;

/**
 * A title in double quotation marks, as MLA and Chicago set it: quotations within it get single marks, those within these
 * double ones again (The Chicago Manual of Style, 17th edition, 13.30), and a period stands inside the marks unless the
 * title ends with a mark of its own (6.9, 14.96). Apostrophes, and marks that nothing closes, stay as they are.
 */
export function quoteTitle(title: string): string {
  return `“${withEndMark(nestQuotes(title))}”`;
}

/** A title with a period, unless it ends with a mark of its own; where it ends with a quotation, inside its marks. */
export function withEndMark(title: string): string {
  let end = title.length;
  while (closesQuotation(title, end - 1)) end -= 1;
  return /[?!.…。？！]$/u.test(title.slice(0, end)) ? title : `${title.slice(0, end)}.${title.slice(end)}`;
}

/** What the quotations begin with that a mark can end. */
const openings: Readonly<Record<string, RegExp | undefined>> = {
  '"': /["“]/,
  '”': /[“„]/,
  '’': /‘/,
  "'": /(?:^|[\s("“])'/,
  '»': /«/,
};

/** Whether the letter ends a quotation: one without a beginning is an apostrophe or stands for inches. */
function closesQuotation(title: string, place: number): boolean {
  return openings[title[place] ?? '']?.test(title.slice(0, place)) === true;
}

function nestQuotes(title: string): string {
  const letters = Array.from(title);
  const replaced = [...letters];
  for (const { first, last, depth } of quotationsOf(letters)) {
    const isDouble = depth % 2 === 1;
    replaced[first] = isDouble ? '“' : '‘';
    replaced[last] = isDouble ? '”' : '’';
  }
  return replaced.join('');
}

/** The quotations of a text. One with double marks around it, or within another, is set anew. */
function quotationsOf(letters: readonly string[]): { first: number; last: number; depth: number }[] {
  const found: { first: number; last: number; depth: number }[] = [];
  const open: Mark[] = [];
  for (const mark of marksOf(letters)) {
    if (mark.opens) {
      open.push(mark);
      continue;
    }
    const partner = open.findLastIndex(({ isDouble }) => isDouble === mark.isDouble);
    const [opening] = partner === -1 ? [] : open.splice(partner);
    if (!opening) continue;
    const depth = partner;
    const isInDouble = open.some(({ isDouble }) => isDouble);
    if (mark.isDouble || isInDouble) found.push({ first: opening.place, last: mark.place, depth });
  }
  return found;
}

function marksOf(letters: readonly string[]): Mark[] {
  const isOpen = { double: false, single: false };
  return letters.flatMap((letter, place): Mark[] => {
    const isDouble = /["“”„«»]/.test(letter);
    if (!isDouble && !/['‘’]/.test(letter)) return [];
    const kind = isDouble ? 'double' : 'single';
    const before = letters[place - 1] ?? '';
    const after = letters[place + 1] ?? '';
    const mayOpen = beginning.test(before) && !/^\s?$/.test(after);
    const opens = /[“„«‘]/.test(letter) || (/["']/.test(letter) && !isOpen[kind] && mayOpen);
    // Within a word it is an apostrophe, and after a digit it may stand for inches or feet.
    if (!opens && !(isOpen[kind] && ending.test(after))) return [];
    isOpen[kind] = opens;
    return [{ place, isDouble, opens }];
  });
}
