/** Stands in for the module by which Next.js cuts a finished page into pieces for its router: there are none. */
export function collectSegmentData(): Promise<ReadonlyMap<string, Buffer>> {
  return Promise.resolve(new Map());
}

export function collectPrefetchHints(): Promise<undefined> {
  return Promise.resolve(undefined);
}
