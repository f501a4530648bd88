/** Something an editor should know about an answer, at a place in its Markdown. */
export interface Remark {
  /** Offset in the Markdown, in UTF-16 units. */
  offset: number;
  /** An answer with an error cannot be published; one with warnings can, and shows what is wrong. */
  severity: 'error' | 'warning';
  code: string;
  message: string;
}

export type Report = (remark: Remark) => void;
