import type { CSSProperties } from 'react';

import type { Problem } from '@/lib/source/problem';

/** Written here and not in a style sheet: only editors see it, in the live preview. */
const style: CSSProperties = {
  position: 'fixed',
  inset: 'auto 1rem 1rem',
  zIndex: 10,
  maxWidth: 'none',
  maxHeight: '40vh',
  overflow: 'auto',
  padding: '1rem',
  border: '1px solid var(--color-line)',
  background: 'var(--color-raised)',
  font: '0.875rem/1.5 var(--font-ui)',
};

/** What is wrong with the file of the page that an editor looks at. */
export function ProblemOverlay({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <aside aria-label="Problems of this file" style={style}>
      <p>
        <strong>{problems.length === 1 ? 'A problem' : `${problems.length} problems`}</strong> in{' '}
        {problems[0]?.file}
      </p>
      <ul>
        {problems.map(({ line, column, severity, code, message }) => (
          <li key={`${line}:${column}:${code}`} style={{ marginTop: '0.5rem' }}>
            <strong>
              {line}:{column} {severity}
            </strong>{' '}
            {message} <code>{code}</code>
          </li>
        ))}
      </ul>
    </aside>
  );
}
