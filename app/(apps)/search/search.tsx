'use client';

import { useEffect, useState } from 'react';

import { useQuery } from './query';
import { searchLibrary, type SearchResult } from './pagefind';

type State = { kind: 'idle' } | { kind: 'failed' } | { kind: 'done'; query: string; results: SearchResult[] };

/** Results as you type; the address keeps the query, so that a search can be shared and come back to. */
export function Search() {
  const [query, setQuery] = useQuery();
  const [state, setState] = useState<State>({ kind: 'idle' });

  useEffect(() => {
    const wanted = query.trim();
    let current = true;
    const show = (next: State) => {
      if (current) setState(next);
    };
    const search = wanted === '' ? Promise.resolve<State>({ kind: 'idle' }) : find(wanted);
    void search.then(show);
    return () => {
      current = false;
    };
  }, [query]);

  return (
    <>
      <form
        role="search"
        className="my-8 font-ui"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label htmlFor="query" className="sr-only">
          Search the library
        </label>
        <input
          id="query"
          name="q"
          type="search"
          autoComplete="off"
          placeholder="Search the library"
          className="field w-full"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
        />
      </form>
      <p role="status" className="font-ui text-sm text-muted">
        {describe(state)}
      </p>
      {state.kind === 'done' && (
        <ul className="mt-4 divide-y divide-line">
          {state.results.map(({ address, title, excerpt }) => (
            <li key={address} className="relative py-4">
              <a href={address} className="card-link text-lg leading-snug">
                {title}
              </a>
              <p className="mt-1 text-[0.9375rem] leading-snug text-muted">{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

async function find(query: string): Promise<State> {
  try {
    return { kind: 'done', query, results: await searchLibrary(query) };
  } catch {
    return { kind: 'failed' };
  }
}

function describe(state: State): string {
  switch (state.kind) {
    case 'idle':
      return 'Type a word or a question.';
    case 'failed':
      return 'The search index could not be loaded. Check the connection and try again.';
    case 'done':
      return state.results.length === 0
        ? `Nothing found for “${state.query}”. Try fewer or other words, or pick a subject below.`
        : `${state.results.length} found for “${state.query}”`;
  }
}
