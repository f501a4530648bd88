import type { Card } from './cards';

/** The cards of a subject, or some of them. */
export interface AnkiDeck {
  /** The subject's slug. */
  subject: string;
  name: string;
  cards: readonly Card[];
}

/** Anki shows `::` as a deck within a deck. */
const parentDeck = 'QuickTakes';

/**
 * Decks in the text form that Anki imports (https://docs.ankiweb.net/importing/text-files.html). Every card has a guid
 * made of its question's number: importing a newer file changes the cards that are there instead of adding others.
 * Formulas are MathML, which Anki shows since version 23.10 and on phones.
 *
 * @param siteUrl the public address of the site without a slash at its end, for the links to the questions' pages
 */
export function ankiText(decks: readonly AnkiDeck[], siteUrl: string): string {
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
    deck.cards.map((card) => [
      `quicktakes-${card.id}`,
      `quicktakes quicktakes::${deck.subject}`,
      ...(isSingle ? [] : [deckName(deck)]),
      onOneLine(escapeHtml(card.question), '<br>'),
      onOneLine(backOf(card, siteUrl), '&#10;'),
    ]),
  );
  return [...header, ...rows.map((row) => row.map(quote).join('\t'))].map((line) => `${line}\n`).join('');
}

function deckName({ name }: AnkiDeck): string {
  return `${parentDeck}::${name.replaceAll('::', ':').replace(/\s+/g, ' ')}`;
}

function backOf({ address, answer, part }: Card, siteUrl: string): string {
  const link = (text: string) => `<a href="${escapeHtml(siteUrl + address)}">${text}</a>`;
  const said = {
    short: link('The whole answer'),
    beginning: `The beginning of the answer. ${link('The whole answer')}`,
    whole: link('Its page'),
  };
  return `${withSite(answer, siteUrl)}<p><small>${answer === '' ? link('The answer') : said[part]}</small></p>`;
}

/** A tag with its attributes, as `hast-util-to-html` writes them. */
const openingTag = /<[a-z][a-z0-9]*(?:\s[^\s="<>]+(?:="[^"]*")?)*>/g;

/** HTML whose links and images within the site lead there from elsewhere. */
function withSite(html: string, siteUrl: string): string {
  return html.replace(openingTag, (tag) =>
    tag.replace(/\s(href|src)="(\/[^"]*)"/g, (_, name: string, path: string) => {
      return ` ${name}="${escapeHtml(siteUrl)}${path}"`;
    }),
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** HTML as a field. Anki reads `\(` and `\[` as the beginning of a formula, and `[sound:` as a recording. */
function onOneLine(html: string, lineBreak: string): string {
  return html
    .replaceAll('\\', '&#92;')
    .replaceAll('[sound:', '&#91;sound:')
    .replace(/\r\n|\r|\n/g, lineBreak)
    .replaceAll('\t', ' ');
}

/** A field in quotes where its text would otherwise be taken for something else. */
function quote(field: string): string {
  return /["\t\n\r]/.test(field) || field.startsWith('#') ? `"${field.replaceAll('"', '""')}"` : field;
}
