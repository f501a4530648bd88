import type { ErrorCode } from 'yaml';

const quote = 'put the text between double quotes';

const neverClosed = `The bracket that opens here is never closed: close it, or ${quote}.`;

/** The message for each kind of error of the YAML parser, in words for editors. */
const words: Record<ErrorCode, string | ((message: string) => string)> = {
  ALIAS_PROPS: `"&", "*" and "!" have a special meaning at the beginning of a text in YAML: ${quote}.`,
  BAD_ALIAS: `"&" and "*" have a special meaning at the beginning of a text in YAML: ${quote}.`,
  BAD_COLLECTION_TYPE: `"!" has a special meaning at the beginning of a text in YAML: ${quote}.`,
  BAD_DIRECTIVE: 'A line that begins with "%" has a special meaning in YAML: indent the line, or remove it.',
  BAD_DQ_ESCAPE:
    'Between double quotes, "\\" begins an escape, and this one does not exist: write "\\\\" for each "\\", or put the text between single quotes.',
  BAD_INDENT: explainIndent,
  BAD_PROP_ORDER: `"&" and "!" have a special meaning in YAML before a value: ${quote}.`,
  BAD_SCALAR_START: (message) => `A text cannot begin with ${signIn(message)} in YAML: ${quote}.`,
  BLOCK_AS_IMPLICIT_KEY: `Found a second ": " on this line: ${quote}.`,
  BLOCK_IN_FLOW:
    'Keys or a list between brackets span several lines: put them on one line, or remove the brackets.',
  DUPLICATE_KEY: 'This key is here a second time: keep one of the two.',
  IMPOSSIBLE: 'This line cannot be read: write it again as "key: value".',
  KEY_OVER_1024_CHARS: 'A key cannot be longer than 1,024 characters: write "key: value".',
  MISSING_CHAR: explainMissing,
  MULTILINE_IMPLICIT_KEY:
    'A key must be on one line with its ": ": write "key: value", or indent the line if it belongs to the text above it.',
  MULTIPLE_ANCHORS: `"&" has a special meaning at the beginning of a text in YAML: ${quote}.`,
  MULTIPLE_DOCS:
    'A line "---" or "..." divides the front matter: keep one list of keys, between two lines "---".',
  MULTIPLE_TAGS: `"!" has a special meaning at the beginning of a text in YAML: ${quote}.`,
  NON_STRING_KEY: 'A key must be a text: write "key: value".',
  RESOURCE_EXHAUSTION: 'The front matter is nested too deeply: flatten it.',
  TAB_AS_INDENT: 'Found a tab: indent with spaces.',
  TAG_RESOLVE_FAILED: `"!" has a special meaning at the beginning of a text in YAML: ${quote}.`,
  UNEXPECTED_TOKEN: explainUnexpected,
};

/** Explains an error of the YAML parser in words for editors, with a way to fix it. */
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
    : 'The indentation does not match the lines that this belongs to: begin all keys of a group in the same column, and indent a text of several lines more than its key.';
}

function explainMissing(message: string): string {
  if (message.includes('quote')) {
    return 'The quotation mark that opens here is never closed: add one at the end of the text, or remove this one.';
  }
  if (/Comments|Tags and anchors/.test(message)) return `A YAML indicator without a space is here: ${quote}.`;
  if (message.includes('map values')) {
    return 'This line has no ": ": write "key: value", or indent the line if it belongs to the text above it.';
  }
  if (message.includes('- indicator')) return 'This line in a list does not begin with "- ": add it.';
  if (message.includes('space after :')) return 'Write a space after the colon.';
  if (message.includes('between')) return 'A comma is missing between brackets: add it.';
  if (message.includes('start with'))
    return 'The line that opens or closes the front matter must be "---" alone.';
  return neverClosed;
}

function explainUnexpected(message: string): string {
  if (message.includes('at node end')) {
    return 'There is text after the end of this value, for example after its closing quotation mark: put all of it between double quotes, with \\" for each quotation mark in it.';
  }
  if (message.includes('header')) {
    return 'Nothing may follow ">-" or "|" on the same line: begin the text on the next line, and indent it.';
  }
  if (/Unexpected (?:,|empty item)/.test(message)) return 'There is a comma without a value: remove it.';
  return `There is a character with a special meaning in YAML: ${quote}.`;
}
