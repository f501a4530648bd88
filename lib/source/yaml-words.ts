import type { ErrorCode } from 'yaml';

const quote = 'put the text between double quotes';

const neverClosed = `The bracket that opens here is never closed: close it, or ${quote}.`;

/** What is said of each kind of error of the YAML parser, to someone who writes articles. */
const words: Record<ErrorCode, string | ((message: string) => string)> = {
  ALIAS_PROPS: `"&", "*" and "!" mean something to YAML at the beginning of a text: ${quote}.`,
  BAD_ALIAS: `"&" and "*" mean something to YAML at the beginning of a text: ${quote}.`,
  BAD_COLLECTION_TYPE: `"!" means something to YAML at the beginning of a text: ${quote}.`,
  BAD_DIRECTIVE: 'A line that begins with "%" means something to YAML: indent the line, or remove it.',
  BAD_DQ_ESCAPE:
    'Between double quotes, "\\" begins an escape, and this one does not exist: write "\\\\" for each "\\", or put the text between single quotes.',
  BAD_INDENT: explainIndent,
  BAD_PROP_ORDER: `"&" and "!" mean something to YAML before a value: ${quote}.`,
  BAD_SCALAR_START: (message) => `A text cannot begin with ${signIn(message)} in YAML: ${quote}.`,
  BLOCK_AS_IMPLICIT_KEY: `Found a second ": " on this line: ${quote}.`,
  BLOCK_IN_FLOW:
    'Keys or a list of several lines stand between brackets: put them on one line, or remove the brackets.',
  DUPLICATE_KEY: 'This key stands here a second time: keep one of the two.',
  IMPOSSIBLE: 'This line cannot be read: write it again as "key: value".',
  KEY_OVER_1024_CHARS: 'A key cannot be longer than 1,024 characters: write "key: value".',
  MISSING_CHAR: explainMissing,
  MULTILINE_IMPLICIT_KEY:
    'A key stands on one line with its ": ": write "key: value", or indent the line if it belongs to the text above it.',
  MULTIPLE_ANCHORS: `"&" means something to YAML at the beginning of a text: ${quote}.`,
  MULTIPLE_DOCS:
    'A line "---" or "..." divides the front matter: keep one list of keys, between two lines "---".',
  MULTIPLE_TAGS: `"!" means something to YAML at the beginning of a text: ${quote}.`,
  NON_STRING_KEY: 'A key must be a text: write "key: value".',
  RESOURCE_EXHAUSTION: 'The front matter is nested too deeply: flatten it.',
  TAB_AS_INDENT: 'Found a tab: indent with spaces.',
  TAG_RESOLVE_FAILED: `"!" means something to YAML at the beginning of a text: ${quote}.`,
  UNEXPECTED_TOKEN: explainUnexpected,
};

/** An error of the YAML parser in the words of someone who writes articles, with what to do. */
export function explainYamlError(code: ErrorCode, message: string): string {
  const said = words[code];
  return typeof said === 'string' ? said : said(message);
}

function signIn(message: string): string {
  const [, sign = 'this sign'] = /cannot start with (?:\S+ \S+ )?(.+)$/.exec(message) ?? [];
  return sign.includes('tab') ? 'a tab' : `"${sign}"`;
}

function explainIndent(message: string): string {
  return message.includes('end with a')
    ? neverClosed
    : 'This is indented otherwise than what it belongs to: begin all keys of a group in the same column, and indent a text of several lines more than its key.';
}

function explainMissing(message: string): string {
  if (message.includes('quote')) {
    return 'The quotation mark that opens here is never closed: add one at the end of the text, or remove this one.';
  }
  if (/Comments|Tags and anchors/.test(message))
    return `A sign of YAML stands here without a space: ${quote}.`;
  if (message.includes('map values')) {
    return 'This line has no ": ": write "key: value", or indent the line if it belongs to the text above it.';
  }
  if (message.includes('- indicator'))
    return 'This stands in a list and does not begin with "- ": begin it so.';
  if (message.includes('space after :')) return 'Write a space after the colon.';
  if (message.includes('between')) return 'A comma is missing between brackets: add it.';
  if (message.includes('start with'))
    return 'The line that opens or closes the front matter must be "---" alone.';
  return neverClosed;
}

function explainUnexpected(message: string): string {
  if (message.includes('at node end')) {
    return 'Something stands behind the end of this value, such as a text behind its closing quotation mark: put all of it between double quotes, with \\" for each one within.';
  }
  if (message.includes('header')) {
    return 'Behind ">-" and "|" nothing may stand on the same line: begin the text on the next line, and indent it.';
  }
  if (/Unexpected (?:,|empty item)/.test(message)) return 'A comma stands here without a value: remove it.';
  return `A sign that means something to YAML stands here: ${quote}.`;
}
