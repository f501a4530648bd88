/** A message for editors about a place in an answer's Markdown. */
export interface Remark {
  /** Offset in the Markdown, in UTF-16 units. */
  offset: number;
  /** An answer with an error cannot be published. One with warnings can. */
  severity: 'error' | 'warning';
  code: string;
  message: string;
  /** A certain fix: replaces the text from `offset` to `end`. */
  fix?: { end: number; text: string };
}

export type Report = (remark: Remark) => void;

/** A remark with mapped offsets. */
export function moveRemark(remark: Remark, move: (offset: number) => number): Remark {
  const { offset, fix } = remark;
  return { ...remark, offset: move(offset), ...(fix && { fix: { ...fix, end: move(fix.end) } }) };
}
