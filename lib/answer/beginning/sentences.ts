const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** English abbreviations that are followed by a capital letter or a number, in lower case. */
const abbreviations = new Set(
  (
    'al approx ca capt cf ch chap col corp dept dr ed eds eq eqs est ex fig figs gen gov inc jr lt ltd mr mrs ms mt no ' +
    'nos p pp pres prof pt ref refs rep rev sec sen sgt sr st vol vols vs'
  ).split(' '),
);

/** A sentence begins with a capital letter, a letter of a script without capitals, or a number. */
const sentenceStart = /^[\p{Ps}\p{Pi}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/** Number of characters examined on each side of a full stop; no abbreviation is longer. */
const charactersAround = 16;

/**
 * Yields the offsets, in UTF-16 units, after the last character of each sentence. The last one is the end of
 * the text. Sentences end as in Unicode Standard Annex 29
 * (https://www.unicode.org/reports/tr29/#Sentence_Boundaries), in every script. If a full stop may belong to
 * an abbreviation or an initial, the sentence continues.
 *
 * @param text on one line, without spaces at its end. The time grows faster than its length: seconds for 64
 * KB.
 */
export function* sentenceEnds(text: string): Generator<number> {
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const next = index + segment.length;
    const end = index + segment.trimEnd().length;
    const isEnd =
      next >= text.length ||
      (sentenceStart.test(text.slice(next, next + charactersAround)) &&
        !goesOn(text.slice(Math.max(start, end - charactersAround), end)));
    if (!isEnd) continue;
    yield end;
    start = next;
  }
}

/** Whether a text that ends with a full stop may be the first part of a longer sentence. */
function goesOn(text: string): boolean {
  const [, word = ''] = /([\p{L}\p{N}.]*)\.$/u.exec(text) ?? [];
  return (
    abbreviations.has(word.toLowerCase()) ||
    // An initial, as in "J. Smith".
    /^\p{Lu}$/u.test(word) ||
    // "e.g.", "U.S.", "Ph.D."
    /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u.test(word) ||
    // The number of an item: "2. The second".
    !/\p{L}/u.test(text)
  );
}
