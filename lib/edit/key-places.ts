import type { Place } from '@/lib/source/problem';

const keys = ['id', 'title', 'subject', 'description', 'canonical', 'answer'] as const;

export type PlacedKey = (typeof keys)[number];

/**
 * Places of the keys that other files may contradict: line and column alternately, then those of the related
 * articles. Plain numbers, because a library has a million such places and few are needed.
 */
export type KeyPlaces = readonly number[];

export function packPlaces(places: Readonly<Record<PlacedKey, Place>>, related: readonly Place[]): KeyPlaces {
  return [...keys.map((key) => places[key]), ...related].flatMap(({ line, column }) => [line, column]);
}

export function placeOf(places: KeyPlaces, key: PlacedKey): Place {
  return placeAt(places, keys.indexOf(key));
}

/** The place of a file's related article, by its position. */
export function placeOfRelated(places: KeyPlaces, index: number): Place {
  return placeAt(places, keys.length + index);
}

function placeAt(places: KeyPlaces, index: number): Place {
  return { line: places[2 * index] ?? 1, column: places[2 * index + 1] ?? 1 };
}
