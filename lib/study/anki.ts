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
 * Decks in the text form that Anki imports (https://docs.ankiweb.net/importing/text-files.html). The guid of
 * each note contains the id of its question, so importing a newer file updates the existing notes. See {@link
 * ankiHtml} for formulas and code.
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
  const captions = {
    short: link('Full answer'),
    beginning: `The beginning of the answer. ${link('Full answer')}`,
    whole: link('Question page'),
  };
  return `${ankiHtml(answer, siteUrl)}<p><small>${answer === '' ? link('Answer') : captions[part]}</small></p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Quotes a field that contains a separator or a quotation mark, or begins with `#`, which marks a comment. */
function quote(field: string): string {
  return /["\t\n\r]/.test(field) || field.startsWith('#') ? `"${field.replaceAll('"', '""')}"` : field;
}
