interface Props {
  /** The question's number, which it keeps when it moves. It identifies a saved question. */
  id: number;
  /** The question's canonical address. */
  address: string;
  editUrl: string;
}

/** Actions for the page. Sharing is offered if the browser supports it. */
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
