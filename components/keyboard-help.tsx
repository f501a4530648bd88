const keys = [
  ['/', 'Search'],
  ['?', 'Show these keys'],
  ['Esc', 'Close'],
] as const;

/** The keys that work on every page. */
export function KeyboardHelp() {
  return (
    <dialog data-help="" aria-labelledby="keys" className="dialog">
      <h2 id="keys" className="text-lg font-bold">
        Keys
      </h2>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {keys.map(([key, does]) => (
          <div key={key} className="[display:contents]">
            <dt>
              <kbd className="kbd">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-6">
        <button type="submit" className="button-quiet">
          Close
        </button>
      </form>
    </dialog>
  );
}
