import { ankiHtml } from './anki-html';
import type { Card } from './cards';

/** Cards of a subject. */
export interface AnkiDeck {
  /** Slug of the subject. */
  subject: string;
  name: string;
  cards: readonly Card[];
}

/** Anki shows `::` in a name as a subdeck. */
const parentDeck = 'QuickTakes';

/**
 * Decks in the text form that Anki imports (https://docs.ankiweb.net/importing/text-files.html). Every card has a guid
 * made of its question's number: importing a newer file changes the cards that are there instead of adding others.
 * {@link ankiHtml} says what becomes of formulas and code.
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
      ankiHtml(card.questionHtml ?? escapeHtml(card.question), siteUrl),
      backOf(card, siteUrl),
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
  return `${ankiHtml(answer, siteUrl)}<p><small>${answer === '' ? link('The answer') : said[part]}</small></p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A field in quotes where its text would otherwise be taken for something else. */
function quote(field: string): string {
  return /["\t\n\r]/.test(field) || field.startsWith('#') ? `"${field.replaceAll('"', '""')}"` : field;
}
