import { useEffect, useState } from 'react';

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
          <Excerpt excerpt={excerpt} />
        </li>
      ))}
    </ol>
  );
}

/** Titles do not wait for what stands below them. */
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
  return <p className="search-excerpt">{shown?.of === excerpt && <Pieces pieces={shown.pieces} />}</p>;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // The pieces of a text have no name but their place.
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
