interface Props {
  state: 'loading' | 'missing' | 'failed';
  onRetry: () => void;
  onSkip: () => void;
}

const texts: Record<Props['state'], string> = {
  loading: 'Loading the card …',
  missing: 'This question is no longer in the library.',
  failed: 'This card is not on this device and could not be loaded. Check the connection.',
};

/** Replaces a card that is not available. */
export function MissingCard({ state, onRetry, onSkip }: Props) {
  return (
    <div className="card study-card min-h-64">
      <p role="status">{texts[state]}</p>
      {state !== 'loading' && (
        <div className="mt-5 flex flex-wrap gap-3 font-ui">
          {state === 'failed' && (
            <button type="button" className="button" data-takes-focus onClick={onRetry}>
              Try again
            </button>
          )}
          <button
            type="button"
            className="button-quiet cursor-pointer"
            data-takes-focus={state === 'missing' ? true : undefined}
            onClick={onSkip}
          >
            Next card
          </button>
        </div>
      )}
    </div>
  );
}
