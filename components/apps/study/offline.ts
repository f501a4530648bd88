import { useEffect, useState } from 'react';
import pMap from 'p-map';

import { studyPath } from '@/lib/site';
import { idle } from './idle';
import { filesAtOnce } from './library-files';

const workerPath = '/study-worker.js';

/**
 * Stores the page and some files for offline use.
 *
 * @param files addresses below that of the page
 * @returns whether they are stored
 */
export function useOffline(files: readonly string[]): boolean {
  const [kept, setKept] = useState<string>();
  const wanted = files.join(' ');
  useEffect(() => {
    // Files of the live preview change without a new name, so a service worker would serve old ones.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    let current = true;
    void keep(wanted.split(' ').filter(Boolean)).then(
      () => {
        if (current) setKept(wanted);
      },
      () => {
        // Studying works without the service worker; only the notice about offline use is missing.
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
      // The service worker updates a stored file whenever it is used.
      if (await caches.match(path)) return;
      // The service worker stores the response.
      const { ok, status } = await fetch(path);
      if (!ok) throw new Error(`${path} answered ${status}`);
    },
    { concurrency: filesAtOnce },
  );
}

/** Resolves when the service worker controls the page, which takes a moment on the first visit. */
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
