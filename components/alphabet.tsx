import type { IndexView } from '@/lib/views/lists';

/** Questions grouped by letter, with links to the letters. */
export function Alphabet({ letters }: Pick<IndexView, 'letters'>) {
  return (
    <>
      <nav aria-label="Letters">
        <ul className="chips">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a href={`#${anchor(letter)}`} className="chip">
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, questions }) => (
        <section key={letter} aria-labelledby={anchor(letter)} className="letter">
          <h2 id={anchor(letter)}>{letter}</h2>
          <ul>
            {questions.map(({ address, title }) => (
              <li key={address}>
                <a href={address} className="index-link">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function anchor(letter: string): string {
  return letter === '#' ? 'others' : `letter-${letter.toLowerCase()}`;
}
