import { useEffect, useState } from 'react';

import type { Card } from '@/lib/study/cards';
import { loadCards } from './library-files';

export type LoadedCard =
  { state: 'loading' } | { state: 'ready'; card: Card } | { state: 'missing' } | { state: 'failed' };

/** The card with an id, loaded if necessary. @returns also a function that tries again after a failure */
export function useCard(id: number | undefined): [LoadedCard, retry: () => void] {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ id: number | undefined; result: LoadedCard }>();
  useEffect(() => {
    if (id === undefined) return;
    let current = true;
    const show = (result: LoadedCard) => {
      if (current) setLoaded({ id, result });
    };
    loadCards([id]).then(
      ([card]) => {
        show(card ? { state: 'ready', card } : { state: 'missing' });
      },
      () => {
        show({ state: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [id, attempt]);
  const retry = () => {
    setLoaded(undefined);
    setAttempt(attempt + 1);
  };
  return [loaded?.id === id && loaded ? loaded.result : { state: 'loading' }, retry];
}
