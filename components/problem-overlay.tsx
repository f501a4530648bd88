import type { Problem } from '@/lib/source/problem';

/** What is wrong with the file of the page that an editor looks at, in the live preview. */
export function ProblemOverlay({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <aside
      aria-label="Problems of this file"
      className="fixed inset-x-4 bottom-4 z-10 max-h-[40vh] overflow-auto rounded-lg border border-line bg-raised p-4 font-ui text-sm shadow-lg"
    >
      <p className="font-semibold">
        {problems.length === 1 ? 'A problem' : `${problems.length} problems`} in {problems[0]?.file}
      </p>
      <ul className="mt-2 space-y-2">
        {problems.map(({ line, column, severity, code, message }) => (
          <li key={`${line}:${column}:${code}`}>
            <strong>
              {line}:{column} {severity}
            </strong>{' '}
            {message} <code className="text-muted">{code}</code>
          </li>
        ))}
      </ul>
    </aside>
  );
}
