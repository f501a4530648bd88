/** What a reader can do with the page. The system's sheet for sharing is offered where there is one. */
export function PageTools({ editUrl }: { editUrl: string }) {
  return (
    <div className="page-tools">
      <button type="button" data-save="" className="button-quiet needs-script" aria-pressed="false">
        Save to study
      </button>
      <button type="button" data-share="" hidden className="button-quiet">
        Share
      </button>
      <a href={editUrl} className="quiet-link">
        Edit this page
      </a>
    </div>
  );
}
