import { isMap, isNode, isPair, isScalar, type Document } from 'yaml';

import { placesOf } from './places';
import type { Place } from './problem';

/** Where the parts of a YAML text stand, as offsets in it. */
export interface YamlPlaces {
  /** Where the key at the end of a path begins; nothing where there is none. */
  startOfKey: (path: readonly PropertyKey[]) => number | undefined;
  /** Where the value at a path begins and ends, its sign for a folded text included; nothing where there is none. */
  rangeOfValue: (path: readonly PropertyKey[]) => readonly [from: number, to: number] | undefined;
}

/** The places of what a parser has read. */
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

/** Where a person finds the values and keys of a YAML text. */
export interface KeyFinder {
  /** Where the value at `path` stands; of a missing value, the nearest key above it. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** Where the key at the end of `path` stands, or the nearest key above it. */
  placeOfKey: (path: readonly PropertyKey[]) => Place;
  /** Where the character at `offset` of the text at `path` stands, or the text where that cannot be told. */
  placeWithin: (path: readonly PropertyKey[], text: string, offset: number) => Place;
}

const start: Place = { line: 1, column: 1 };

/** Looks for places only when it is asked for one: most files have no problem. */
export function keyFinder(source: string, { startOfKey, rangeOfValue }: YamlPlaces): KeyFinder {
  let known: ReturnType<typeof placesOf> | undefined;
  const placeAt = (offset: number) => (known ??= placesOf(source))(offset);
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
    // A text of one line stands in the file as it is; of a longer one, what follows the place may.
    for (const from of [0, offset]) {
      const excerpt = from === 0 ? text : text.slice(offset, offset + 40);
      const found = source.indexOf(excerpt, start);
      if (found !== -1 && found < end) return placeAt(found + offset - from);
    }
    return placeOf(path);
  };
  return { placeOf, placeOfKey, placeWithin };
}
