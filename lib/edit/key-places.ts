import type { Place } from '@/lib/source/problem';

const keys = ['id', 'title', 'subject', 'description', 'canonical', 'answer'] as const;

export type PlacedKey = (typeof keys)[number];

/**
 * Where the keys of a file stand that other files may contradict: line and column of each by turns, then those of its
 * related articles. Numbers alone, since a library has a million such places and hardly asks for any.
 */
export type KeyPlaces = readonly number[];

export function packPlaces(places: Readonly<Record<PlacedKey, Place>>, related: readonly Place[]): KeyPlaces {
  return [...keys.map((key) => places[key]), ...related].flatMap(({ line, column }) => [line, column]);
}

export function placeOf(places: KeyPlaces, key: PlacedKey): Place {
  return placeAt(places, keys.indexOf(key));
}

/** Where a file's related article stands, by its position. */
export function placeOfRelated(places: KeyPlaces, index: number): Place {
  return placeAt(places, keys.length + index);
}

function placeAt(places: KeyPlaces, index: number): Place {
  return { line: places[2 * index] ?? 1, column: places[2 * index + 1] ?? 1 };
}
