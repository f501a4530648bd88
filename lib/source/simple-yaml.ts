import { limits } from '@/lib/limits';
import type { YamlPlaces } from './yaml-places';

/** The contents of a simple YAML text, and their places. */
export interface SimpleYaml extends YamlPlaces {
  data: Record<string, unknown>;
}

/**
 * Reads the form of YAML that nearly all front matter has, in a tenth of the parser's time: lower-case keys,
 * each with a text, a number, a folded text (`>-`), a group of such keys or a list of groups. The result
 * equals that of a YAML 1.2 parser with the core schema.
 *
 * @returns undefined for any other text, valid or not; the parser must read it
 */
export function readSimpleYaml(source: string): SimpleYaml | undefined {
  if (unusual.test(source)) return undefined;
  return new Reader(source).read();
}

/** Tabs, and line breaks other than a newline. */
const unusual = /[\t\r\u0085\u2028\u2029\uFEFF]/;

/** Indentation, key and value of a line. */
const entry = /( *)(_?[a-z][a-z\d_]*):(?: +([^ \n].*))?\n/y;

/** The beginning of a list item. */
const item = /( *)- (?! )/y;

/** Keys that YAML reads as a value of another type. */
const valueKey = /^(?:true|false|null)$/;

/** A line of a folded text. */
const foldedLine = /( *)([^ \n].*)\n/y;

const emptyLines = /\n*/y;

/**
 * An unquoted text that YAML reads as a string: it has no YAML syntax in it or at its ends, and is not a
 * value of another type.
 */
const plainText = /^(?!(?:true|false|null)$)[\p{L}/](?:[^:# ]|:(?! |$)|(?<! )#| (?!$))*$/iu;

const quotedText = /^(?:"[^"\\]*"|'[^']*')$/;
const wholeNumber = /^(?:0|-?[1-9]\d{0,14})$/;
const decimalNumber = /^-?\d{1,15}\.\d{1,15}$/;
const day = /^\d{4}-\d\d-\d\d$/;

interface Range {
  /** Offset of its key, if it has one. */
  key?: number;
  from: number;
  to: number;
}

/** A value of an unsupported form. */
const other = Symbol('other');

class Reader {
  readonly #source: string;
  readonly #ranges = new Map<string, Range>();
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): SimpleYaml | undefined {
    this.#skipEmptyLines();
    const data = this.#readMap(0, '');
    this.#skipEmptyLines();
    const isWhole = this.#position === this.#source.length && this.#ranges.size <= limits.frontMatterKeys;
    return data && isWhole ? { data, ...this.#places() } : undefined;
  }

  #skipEmptyLines(): void {
    this.#position += this.#match(emptyLines)?.[0].length ?? 0;
  }

  /**
   * Reads the keys at the given indentation from the current position; undefined if there are none, or if one
   * is not simple.
   *
   * @param isItem whether the first key follows the hyphen of a list item
   */
  #readMap(indent: number, parent: string, isItem = false): Record<string, unknown> | undefined {
    const data: Record<string, unknown> = {};
    let count = 0;
    for (let match = this.#match(entry); match; match = this.#match(entry)) {
      const [line = '', { length } = '', key = '', text] = match;
      if (length !== (isItem && count === 0 ? 0 : indent)) break;
      if (valueKey.test(key) || Object.hasOwn(data, key)) return undefined;
      const start = this.#position;
      this.#position += line.length;
      const path = parent === '' ? key : `${parent}.${key}`;
      const from = text === undefined ? 0 : this.#position - 1 - text.length;
      const range: Range = { key: start + length, from, to: this.#position };
      this.#ranges.set(path, range);
      const value = text === undefined ? this.#readGroup(indent, path, range) : this.#readValue(text, indent);
      if (value === other) return undefined;
      range.to = this.#position;
      data[key] = value;
      count += 1;
    }
    return count === 0 ? undefined : data;
  }

  #places(): YamlPlaces {
    const rangeOf = (path: readonly PropertyKey[]) => this.#ranges.get(path.map(String).join('.'));
    return {
      startOfKey: (path) => rangeOf(path)?.key,
      rangeOfValue: (path) => {
        const range = rangeOf(path);
        return range && [range.from, range.to];
      },
    };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    return pattern.exec(this.#source);
  }

  #readGroup(indent: number, path: string, range: Range): unknown {
    const isList = this.#match(item) !== null;
    const deeper = this.#match(isList ? item : entry)?.[1]?.length ?? 0;
    // A list may have the same indentation as its key.
    if (deeper < indent || (deeper === indent && !isList)) return other;
    range.from = this.#position + deeper;
    return (isList ? this.#readList(deeper, path) : this.#readMap(deeper, path)) ?? other;
  }

  /**
   * Reads the list items at the given indentation from the current position; undefined if one is not simple.
   */
  #readList(indent: number, parent: string): unknown[] | undefined {
    const items: unknown[] = [];
    for (let match = this.#match(item); match; match = this.#match(item)) {
      const [opening = '', { length } = ''] = match;
      if (length !== indent) break;
      this.#position += opening.length;
      const path = `${parent}.${items.length}`;
      const from = this.#position;
      const value = this.#readMap(opening.length, path, true);
      if (!value) return undefined;
      this.#ranges.set(path, { from, to: this.#position });
      items.push(value);
    }
    return items;
  }

  #readValue(text: string, indent: number): unknown {
    if (text === '>-') return this.#readFolded(indent);
    if (plainText.test(text) || day.test(text)) return text;
    if (quotedText.test(text)) return text.slice(1, -1);
    if (wholeNumber.test(text) || decimalNumber.test(text)) return Number(text);
    return other;
  }

  /** Lines with equal indentation are joined. A text with empty lines is left to the parser. */
  #readFolded(indent: number): unknown {
    const lines: string[] = [];
    let depth = 0;
    for (let match = this.#match(foldedLine); match; match = this.#match(foldedLine)) {
      const [line = '', { length } = '', text = ''] = match;
      if (lines.length === 0) depth = length;
      if (length <= indent) break;
      if (length !== depth || text.endsWith(' ')) return other;
      lines.push(text);
      this.#position += line.length;
    }
    return lines.length === 0 ? other : lines.join(' ');
  }
}
