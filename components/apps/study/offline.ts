import { useEffect, useState } from 'react';
import pMap from 'p-map';

import { studyPath } from '@/lib/site';
import { idle } from './idle';
import { filesAtOnce } from './library-files';

const workerPath = '/study-worker.js';

/**
 * Keeps the page and some files for when there is no connection.
 *
 * @param files their addresses, below that of the page
 * @returns whether they are kept
 */
export function useOffline(files: readonly string[]): boolean {
  const [kept, setKept] = useState<string>();
  const wanted = files.join(' ');
  useEffect(() => {
    // The live preview's files change under their names; a worker would go on showing the old ones.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    let current = true;
    void keep(wanted.split(' ').filter(Boolean)).then(
      () => {
        if (current) setKept(wanted);
      },
      () => {
        // Studying works without; the page just does not say that it is kept.
      },
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return kept === wanted;
}

async function keep(files: readonly string[]): Promise<void> {
  await idle();
  await navigator.serviceWorker.register(workerPath, { scope: studyPath });
  await controlled();
  await pMap(
    files,
    async (path) => {
      // What is kept is renewed whenever it is used.
      if (await caches.match(path)) return;
      // The worker keeps what passes through it.
      const { ok, status } = await fetch(path);
      if (!ok) throw new Error(`${path} answered ${status}`);
    },
    { concurrency: filesAtOnce },
  );
}

/** Resolves when the worker stands between the page and the network; on the first visit that takes a moment. */
function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
