/** A note as Anki imports it from a text file. */
export interface AnkiNote {
  guid: string | undefined;
  tags: string[];
  deck: string | undefined;
  /** HTML. */
  fields: string[];
}

/** Header lines that Anki knows, by the part before their colon. */
const headerNames = new Set([
  ...['separator', 'html', 'tags', 'columns', 'notetype', 'deck'],
  ...['notetype column', 'deck column', 'tags column', 'guid column'],
]);

const separators = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

/**
 * Reads a text file by the rules of Anki's manual (https://docs.ankiweb.net/importing/text-files.html),
 * without the leniency of Anki itself.
 *
 * @throws Error for a header that Anki does not know, a row with another number of columns than the first, a
 *   quote that is not closed or not alone in its field, and a file that does not say how it is to be read
 */
export function readAnkiText(text: string): AnkiNote[] {
  const headers = new Map<string, string>();
  let at = 0;
  while (text[at] === '#') {
    const end = text.indexOf('\n', at);
    const [, name = '', value = ''] = /^#([^:]*):(.*)$/.exec(text.slice(at, end)) ?? [];
    if (!headerNames.has(name) || headers.has(name)) throw new Error(`What is the header "${name}"?`);
    headers.set(name, value);
    at = end + 1;
  }
  const separator = separators.get(headers.get('separator') ?? '');
  if (separator === undefined) throw new Error('The file does not say what separates its columns');
  if (headers.get('html') !== 'true') throw new Error('The file does not say that its fields are HTML');
  const rows = readRows(text, at, separator);
  const columns = ['guid column', 'tags column', 'deck column', 'notetype column'].map((name) =>
    headers.has(name) ? Number(headers.get(name)) - 1 : undefined,
  );
  const [guid, tags, deck] = columns;
  return rows.map((row) => {
    if (row.length !== rows[0]?.length)
      throw new Error(`A row has ${row.length} columns: ${row.join(' | ')}`);
    const valueOf = (column: number | undefined) => {
      if (column === undefined) return undefined;
      const value = row[column];
      if (value === undefined) throw new Error(`There is no column ${column + 1}`);
      return value;
    };
    return {
      guid: valueOf(guid),
      tags: (valueOf(tags) ?? '').split(' ').filter((tag) => tag !== ''),
      deck: valueOf(deck) ?? headers.get('deck'),
      fields: row.filter((_, column) => !columns.includes(column)),
    };
  });
}

function readRows(text: string, from: number, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = from;
  while (at < text.length) {
    if (row.length === 0 && text[at] === '#')
      throw new Error('A row begins with "#", and would be a comment');
    let field: string;
    if (text[at] === '"') {
      const [whole] = /"(?:[^"]|"")*"/y.exec(text.slice(at)) ?? [];
      if (whole === undefined) throw new Error(`A quote is not closed: ${text.slice(at, at + 80)}`);
      field = whole.slice(1, -1).replaceAll('""', '"');
      at += whole.length;
    } else {
      const end = [text.indexOf(separator, at), text.indexOf('\n', at), text.length].filter(
        (end) => end >= at,
      );
      field = text.slice(at, Math.min(...end));
      if (field.includes('"')) throw new Error(`A quote stands within a field: ${field}`);
      at += field.length;
    }
    row.push(field);
    const next = text[at];
    at += 1;
    if (next === separator) continue;
    if (next !== '\n')
      throw new Error(`Behind a field stands ${JSON.stringify(next ?? 'the end of the file')}`);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('The last row does not end');
  return rows;
}
