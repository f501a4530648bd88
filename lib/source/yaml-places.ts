import { isMap, isNode, isPair, isScalar, type Document } from 'yaml';

import { placesOf } from './places';
import type { Place } from './problem';

/** The offsets of keys and values in a YAML text. */
export interface YamlPlaces {
  /** Offset of the key at the end of a path; undefined if there is none. */
  startOfKey: (path: readonly PropertyKey[]) => number | undefined;
  /** Range of the value at a path, including the indicator of a folded text; undefined if there is none. */
  rangeOfValue: (path: readonly PropertyKey[]) => readonly [from: number, to: number] | undefined;
}

/** The places in a parsed document. */
export function placesInDocument(document: Document): YamlPlaces {
  const nodeAt = (path: readonly PropertyKey[]) =>
    path.length === 0 ? document.contents : document.getIn(path, true);
  return {
    startOfKey: (path) => {
      const parent = nodeAt(path.slice(0, -1));
      if (!isMap(parent)) return undefined;
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
      return isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined;
    },
    rangeOfValue: (path) => {
      const node = nodeAt(path);
      return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
    },
  };
}

/** Gives the places of values and keys of a YAML text as line and column. */
export interface KeyFinder {
  /** The place of the value at `path` or, if it is missing, of the nearest key above it. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of the key at the end of `path`, or of the nearest key above it. */
  placeOfKey: (path: readonly PropertyKey[]) => Place;
  /**
   * The place of the character at `offset` in the text at `path`, or of the text if that place is unknown.
   */
  placeWithin: (path: readonly PropertyKey[], text: string, offset: number) => Place;
}

const start: Place = { line: 1, column: 1 };

/** Finds the places of a YAML text with line and column. */
export function keyFinder(source: string, { startOfKey, rangeOfValue }: YamlPlaces): KeyFinder {
  const placeAt = placesOf(source);
  const placeOfKey = (path: readonly PropertyKey[]): Place => {
    if (path.length === 0) return start;
    const offset = startOfKey(path);
    return offset === undefined ? placeOfKey(path.slice(0, -1)) : placeAt(offset);
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    const range = path.length === 0 ? undefined : rangeOfValue(path);
    return range ? placeAt(range[0]) : placeOfKey(path);
  };
  const placeWithin = (path: readonly PropertyKey[], text: string, offset: number): Place => {
    const [start, end] = rangeOfValue(path) ?? [0, 0];
    // A text on one line is unchanged in the file. In a longer text, at least the text after the place may be
    // unchanged.
    for (const from of [0, offset]) {
      const excerpt = from === 0 ? text : text.slice(offset, offset + 40);
      const found = source.indexOf(excerpt, start);
      if (found !== -1 && found < end) return placeAt(found + offset - from);
    }
    return placeOf(path);
  };
  return { placeOf, placeOfKey, placeWithin };
}
