import { useEffect, useState } from 'react';

import { pageOfResults, SearchableLibrary, type Found } from '@/public/scripts/search/library.js';
import { Pace } from '@/public/scripts/search/pace.js';
import type { SearchRequest } from './request';

/** The state of a search. */
export type SearchState =
  { kind: 'idle' } | { kind: 'searching' } | { kind: 'failed' } | { kind: 'done'; found: Found };

type Outcome = { request: SearchRequest; limit: number } & (
  { kind: 'failed' } | { kind: 'done'; found: Found }
);

const library = new SearchableLibrary();
const pace = new Pace();

/**
 * Runs a search. Never returns results of an earlier request.
 *
 * @returns the state of the search, and a function that requests more results
 */
export function useSearch(request: SearchRequest): {
  state: SearchState;
  last: Found | undefined;
  showMore: () => void;
} {
  const [outcome, setOutcome] = useState<Outcome>();
  const [more, setMore] = useState({ request, limit: pageOfResults });
  const limit = more.request === request ? more.limit : pageOfResults;
  const isIdle = request.query.trim() === '';

  useEffect(() => {
    if (isIdle) return;
    let isWanted = true;
    const search = async () => {
      const next = await find(request, limit);
      if (isWanted) setOutcome(next);
    };
    pace.plan(request.query, () => void search());
    return () => {
      isWanted = false;
      pace.cancel();
    };
  }, [request, limit, isIdle]);

  const last = outcome?.kind === 'done' && !isIdle ? outcome.found : undefined;
  const showMore = () => {
    setMore({ request, limit: limit + pageOfResults });
  };
  if (isIdle) return { state: { kind: 'idle' }, last, showMore };
  if (outcome?.request !== request) return { state: { kind: 'searching' }, last, showMore };
  return { state: outcome, last, showMore };
}

async function find(request: SearchRequest, limit: number): Promise<Outcome> {
  try {
    const found = await library.search(request.query, request.subject, limit);
    return { kind: 'done', request, limit, found };
  } catch {
    return { kind: 'failed', request, limit };
  }
}
