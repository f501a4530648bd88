interface Props {
  answered: number;
  /** Time until the next card is due, in words; undefined if none will be due. */
  wait: string | undefined;
  /** Number of new cards that can be started now. */
  newLeft: number;
  onMore: () => void;
  onLeave: () => void;
}

/** The result of a session, and what to do next. */
export function SessionEnd({ answered, wait, newLeft, onMore, onLeave }: Props) {
  return (
    <div className="card">
      <h2 tabIndex={-1} data-takes-focus className="text-xl font-bold outline-none sm:text-2xl">
        {answered === 0 ? 'Nothing is due' : 'Done for now'}
      </h2>
      <p className="mt-2">
        {answered > 0 && `You answered ${answered} ${answered === 1 ? 'card' : 'cards'}. `}
        {wait !== undefined && `The next card comes back in ${wait}.`}
      </p>
      <div className="mt-5 flex flex-wrap gap-3 font-ui">
        <button type="button" className="button" onClick={onLeave}>
          Back to the subjects
        </button>
        {newLeft > 0 && (
          <button type="button" className="button-quiet cursor-pointer" onClick={onMore}>
            {`Study ${newLeft} more new ${newLeft === 1 ? 'card' : 'cards'}`}
          </button>
        )}
      </div>
    </div>
  );
}
