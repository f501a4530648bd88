import type { Piece, Result } from '@/public/scripts/search/library.js';

/** What a search found, in the form that `public/scripts/search/dialog.js` gives it too. */
export function Results({ results }: { results: readonly Result[] }) {
  return (
    <ol className="search-results">
      {results.map(({ address, title, excerpt, subject }) => (
        <li key={address} data-accent={subject.accent} className="search-result">
          <p className="label">{subject.name}</p>
          <a href={address} className="card-link search-result-title">
            <Pieces pieces={title} />
          </a>
          <p className="search-excerpt">
            <Pieces pieces={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // The pieces of a text have no name but their place.
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
