import type { CSSProperties } from 'react';

import type { Problem } from '@/lib/source/problem';

/** Inline styles, because only editors see this component, in the live preview. */
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

/** The problems of the page's file, shown to an editor. */
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
