/** What a reader can do with the page. Buttons show once the script that serves them runs. */
export function PageTools({ editUrl }: { editUrl: string }) {
  return (
    <div className="mt-8 flex flex-wrap gap-3 font-ui">
      <button type="button" data-save="" hidden className="button-quiet save-button" aria-pressed="false">
        Save to study
      </button>
      <button type="button" data-share="" hidden className="button-quiet">
        Share
      </button>
      <a href={editUrl} className="button-quiet">
        Edit this page
      </a>
    </div>
  );
}
