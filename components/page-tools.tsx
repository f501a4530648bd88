interface Props {
  /** The question's number, which it keeps when it moves. */
  id: number;
  /** The question's canonical address, by which it is saved. */
  address: string;
  editUrl: string;
}

/** What a reader can do with the page. The system's sheet for sharing is offered where there is one. */
export function PageTools({ id, address, editUrl }: Props) {
  return (
    <div className="page-tools">
      <button
        type="button"
        data-save={address}
        data-id={id}
        className="button-quiet needs-script"
        aria-pressed="false"
      >
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
