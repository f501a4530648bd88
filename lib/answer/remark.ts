/** Something an editor should know about an answer, at a place in its Markdown. */
export interface Remark {
  /** Offset in the Markdown, in UTF-16 units. */
  offset: number;
  /** An answer with an error cannot be published; one with warnings can, and shows what is wrong. */
  severity: 'error' | 'warning';
  code: string;
  message: string;
  /** What certainly mends it: this text in place of what stands from `offset` to `end`. */
  fix?: { end: number; text: string };
}

export type Report = (remark: Remark) => void;

/** A remark with its places somewhere else. */
export function moveRemark(remark: Remark, move: (offset: number) => number): Remark {
  const { offset, fix } = remark;
  return { ...remark, offset: move(offset), ...(fix && { fix: { ...fix, end: move(fix.end) } }) };
}
