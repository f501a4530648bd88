import { hasRightToLeft } from '@/lib/right-to-left';

/** The `dir` attribute of an element that contains only a text with right-to-left letters. */
export function ownDirection(text: string): { dir?: 'auto' } {
  return hasRightToLeft(text) ? { dir: 'auto' } : {};
}

/** A title beside other text. It is isolated if its direction differs. */
export function Title({ text }: { text: string }) {
  return hasRightToLeft(text) ? <div dir="auto">{text}</div> : text;
}
