import { useEffect, useState } from 'react';

import { deckPath, studyPath } from '@/lib/site';
import { idle } from './idle';

const workerPath = '/study-worker.js';

/**
 * Keeps the page, and the decks of `subjects`, for when there is no connection.
 *
 * @returns whether they are kept
 */
export function useOffline(subjects: readonly string[]): boolean {
  const [ready, setReady] = useState(false);
  const wanted = subjects.join(' ');
  useEffect(() => {
    // The live preview's files change under their names; a worker would go on showing the old ones.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    let current = true;
    void keep(wanted.split(' ').filter(Boolean)).then(
      () => {
        if (current) setReady(true);
      },
      () => {
        // Studying works without; the page just does not say that it is kept.
      },
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return ready;
}

async function keep(subjects: readonly string[]): Promise<void> {
  await idle();
  await navigator.serviceWorker.register(workerPath, { scope: studyPath });
  await controlled();
  // The worker keeps what passes through it.
  const responses = await Promise.all(subjects.map((subject) => fetch(deckPath(subject))));
  if (responses.some(({ ok }) => !ok)) throw new Error('a deck could not be loaded');
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
