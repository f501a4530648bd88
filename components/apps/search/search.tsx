'use client';

import { useEffect, useRef } from 'react';

import { QuestionList } from '@/components/question-list';
import { SubjectGrid } from '@/components/subject-grid';
import type { SearchView } from '@/lib/views/lists';
import { walkWithArrows } from '@/public/scripts/search/arrow-keys.js';
import { describeFound, failedText } from '@/public/scripts/search/describe.js';
import { pageOfResults, type Found } from '@/public/scripts/search/library.js';
import { useRequest, type SearchRequest } from './request';
import { Results } from './results';
import { useSearch, type SearchState } from './use-search';

/** The search application: results while typing, and arrow keys to move between them. */
export function Search({ subjects, newest }: SearchView) {
  const [request, setRequest] = useRequest();
  const { state, last, showMore } = useSearch(request);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFocusOnMore(list, last);

  return (
    <div
      className="app wide"
      onKeyDown={(event) => {
        const links = [...(list.current?.querySelectorAll('a') ?? [])];
        if (field.current) walkWithArrows(event.nativeEvent, field.current, links);
      }}
    >
      <form
        role="search"
        action="/search"
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label htmlFor="query" className="sr-only">
          Search the library
        </label>
        <input
          ref={field}
          id="query"
          name="q"
          type="search"
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="search"
          placeholder="Search the library"
          data-search-field
          className="field search-field"
          value={request.query}
          onChange={(event) => {
            setRequest({ ...request, query: event.target.value });
          }}
        />
        <label htmlFor="subject" className="sr-only">
          Subject
        </label>
        <select
          id="subject"
          name="subject"
          className="field search-subject"
          value={subjects.some(({ slug }) => slug === request.subject) ? request.subject : ''}
          onChange={(event) => {
            setRequest({ ...request, subject: event.target.value });
          }}
        >
          <option value="">All subjects</option>
          {subjects.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="button sr-only focus:not-sr-only">
          Search
        </button>
      </form>
      <p role="status" className="search-status">
        {describe(state)}
      </p>
      {state.kind === 'done' && <Help found={state.found} onAsk={setRequest} />}
      <div ref={list} className="search-list" inert={state.kind === 'searching'}>
        {last && state.kind !== 'failed' && <Results results={last.results} />}
        {last && last.total > last.results.length && (
          <button type="button" className="button-quiet mt-4 font-ui" onClick={showMore}>
            Show more questions
          </button>
        )}
      </div>
      {(state.kind === 'idle' || state.kind === 'failed' || last?.total === 0) && (
        <OtherWays subjects={subjects} newest={newest} />
      )}
    </div>
  );
}

/** Links to subjects and new questions if there is nothing to show. */
function OtherWays({ subjects, newest }: SearchView) {
  return (
    <>
      <h2 className="section-title">Subjects</h2>
      <SubjectGrid subjects={subjects} />
      <h2 className="section-title">Newest questions</h2>
      <QuestionList questions={newest} />
    </>
  );
}

/** Suggestions if there are few or no results. */
function Help({ found, onAsk }: { found: Found; onAsk: (request: SearchRequest) => void }) {
  const { query, subject, total, suggestion } = found;
  return (
    <div className="search-help">
      {suggestion !== undefined && (
        <p>
          Did you mean{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              onAsk({ query: suggestion, subject });
            }}
          >
            {suggestion}
          </button>
          ?
        </p>
      )}
      {total === 0 && subject !== '' && (
        <p>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              onAsk({ query, subject: '' });
            }}
          >
            Search all subjects
          </button>
        </p>
      )}
      {total === 0 && <p>Try fewer or more common words, or find your question through its subject.</p>}
    </div>
  );
}

/** After "Show more", moves the focus to the first new result. */
function useFocusOnMore(list: React.RefObject<HTMLElement | null>, found: Found | undefined): void {
  const count = found?.results.length ?? 0;
  useEffect(() => {
    if (count <= pageOfResults) return;
    const firstNew = Math.floor((count - 1) / pageOfResults) * pageOfResults;
    list.current?.querySelectorAll('a')[firstNew]?.focus();
  }, [list, count]);
}

function describe(state: SearchState): string {
  switch (state.kind) {
    case 'idle':
      return 'Type a word or a question.';
    case 'searching':
      return '';
    case 'failed':
      return failedText;
    case 'done':
      return describeFound(state.found);
  }
}
