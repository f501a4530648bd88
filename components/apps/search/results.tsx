import { useEffect, useState } from 'react';

import type { Piece, Result } from '@/public/scripts/search/library.js';

/** Search results, with the same markup as `public/scripts/search/dialog.js`. */
export function Results({ results }: { results: readonly Result[] }) {
  return (
    <ol className="search-results">
      {results.map(({ address, title, excerpt, subject }) => (
        <li key={address} data-accent={subject.accent} className="search-result">
          <p className="label">{subject.name}</p>
          <a href={address} className="card-link search-result-title">
            <div dir="auto">
              <Pieces pieces={title} />
            </div>
          </a>
          <Excerpt excerpt={excerpt} />
        </li>
      ))}
    </ol>
  );
}

/** Titles are shown before the excerpts are loaded. */
function Excerpt({ excerpt }: Pick<Result, 'excerpt'>) {
  const [shown, setShown] = useState<{ of: Result['excerpt']; pieces: readonly Piece[] }>();
  useEffect(() => {
    let isWanted = true;
    void excerpt.then((pieces) => {
      if (isWanted) setShown({ of: excerpt, pieces });
    });
    return () => {
      isWanted = false;
    };
  }, [excerpt]);
  return (
    <p dir="auto" className="search-excerpt">
      {shown?.of === excerpt && <Pieces pieces={shown.pieces} />}
    </p>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // Segments of a text have no identity except their position.
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
