import { searchPath } from '@/lib/site';

/** A plain form: it needs no script to lead to the search page. */
export function SearchField() {
  return (
    <form action={searchPath} role="search" className="my-8 flex max-w-xl gap-2 font-ui">
      <label htmlFor="search-field" className="sr-only">
        Search the library
      </label>
      <input
        id="search-field"
        name="q"
        type="search"
        placeholder="Search the library"
        autoComplete="off"
        className="field min-w-0 flex-1"
      />
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}
