/** A quotation mark in a text, and its counterpart. */
interface Mark {
  place: number;
  /** Whether it is a double quotation mark. */
  isDouble: boolean;
  opens: boolean;
}

/** Text after which a quotation can begin: the start, a space, a dash, or an opening bracket or mark. */
const beginning = /(?:^|[\s([{<\p{Pd}/“‘"'])$/u;

/** Text before which a quotation can end. */
const ending = /^(?:$|[\s)\]}>\p{P}])/u;

/**
 * A title in double quotation marks, as in MLA and Chicago. Quotations in it get single marks, and quotations
 * in those get double marks again (The Chicago Manual of Style, 17th edition, 13.30). A period is inside the
 * marks unless the title ends with its own punctuation (6.9, 14.96). Apostrophes and unpaired marks stay
 * unchanged.
 */
export function quoteTitle(title: string): string {
  return `“${withEndMark(nestQuotes(title))}”`;
}

/**
 * A title with a period, unless it ends with its own punctuation. If it ends with a quotation, the period is
 * inside its marks.
 */
export function withEndMark(title: string): string {
  let end = title.length;
  while (closesQuotation(title, end - 1)) end -= 1;
  return /[?!.…。？！]$/u.test(title.slice(0, end)) ? title : `${title.slice(0, end)}.${title.slice(end)}`;
}

/** For each closing mark, the marks that can open the quotation. */
const openings: Readonly<Record<string, RegExp | undefined>> = {
  '"': /["“]/,
  '”': /[“„]/,
  '’': /‘/,
  "'": /(?:^|[\s("“])'/,
  '»': /«/,
};

/** Whether a mark closes a quotation. Without an opening mark, it is an apostrophe or stands for inches. */
function closesQuotation(title: string, place: number): boolean {
  return openings[title[place] ?? '']?.test(title.slice(0, place)) === true;
}

/** A character that {@link quotationsOf} may take for a quotation mark. Most titles have none. */
const anyMark = /["“”„«»'‘’]/;

function nestQuotes(title: string): string {
  if (!anyMark.test(title)) return title;
  const letters = Array.from(title);
  const replaced = [...letters];
  for (const { first, last, depth } of quotationsOf(letters)) {
    const isDouble = depth % 2 === 1;
    replaced[first] = isDouble ? '“' : '‘';
    replaced[last] = isDouble ? '”' : '’';
  }
  return replaced.join('');
}

/**
 * The quotations in a text. Those with double marks around them or within another quotation get new marks.
 */
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
    // Within a word the mark is an apostrophe; after a digit it may stand for inches or feet.
    if (!opens && !(isOpen[kind] && ending.test(after))) return [];
    isOpen[kind] = opens;
    return [{ place, isDouble, opens }];
  });
}
