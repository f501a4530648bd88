import type { Deck } from './cards';

/** Anki shows `::` as a deck within a deck. */
const parentDeck = 'QuickTakes';

/**
 * Decks in the text form that Anki imports (https://docs.ankiweb.net/importing/text-files.html). Every card has a guid
 * made of its question's number: importing a newer file changes the cards that are there instead of adding others.
 *
 * @param siteUrl the public address of the site without a slash at its end, for the links to the questions' pages
 */
export function ankiText(decks: readonly Deck[], siteUrl: string): string {
  const [only, ...others] = decks;
  const isSingle = only !== undefined && others.length === 0;
  const header = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    ...(isSingle ? [`#deck:${deckName(only)}`] : []),
    '#guid column:1',
    '#tags column:2',
    ...(isSingle ? [] : ['#deck column:3']),
  ];
  const rows = decks.flatMap((deck) =>
    deck.cards.map(({ id, address, question, answer }) => [
      `quicktakes-${id}`,
      `quicktakes quicktakes::${deck.subject}`,
      ...(isSingle ? [] : [deckName(deck)]),
      escapeHtml(question),
      `${escapeHtml(answer)}<br><br><a href="${escapeHtml(siteUrl + address)}">The whole answer</a>`,
    ]),
  );
  return [...header, ...rows.map((row) => row.map(quote).join('\t'))].map((line) => `${line}\n`).join('');
}

function deckName({ name }: Deck): string {
  return `${parentDeck}::${name.replaceAll('::', ':').replace(/\s+/g, ' ')}`;
}

/** Text as HTML on one line. Anki reads `\(` and `\[` as the beginning of a formula, and `[sound:` as a recording. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\\', '&#92;')
    .replaceAll('[sound:', '&#91;sound:')
    .replace(/\r\n|\r|\n/g, '<br>')
    .replaceAll('\t', ' ');
}

/** A field in quotes where its text would otherwise be taken for something else. */
function quote(field: string): string {
  return /["\t\n\r]/.test(field) || field.startsWith('#') ? `"${field.replaceAll('"', '""')}"` : field;
}
