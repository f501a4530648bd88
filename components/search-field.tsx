import { searchPath } from '@/lib/site';

/** A form that opens the search page without JavaScript. */
export function SearchField() {
  return (
    <form action={searchPath} role="search" className="search-start">
      <label htmlFor="search-field" className="sr-only">
        Search the library
      </label>
      <input
        id="search-field"
        name="q"
        type="search"
        placeholder="Search the library"
        autoComplete="off"
        className="field"
      />
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}
