import { hasRightToLeft } from '@/lib/right-to-left';

/** For an element that holds nothing but a text: the text's own direction, where it has letters from right to left. */
export function ownDirection(text: string): { dir?: 'auto' } {
  return hasRightToLeft(text) ? { dir: 'auto' } : {};
}

/** A title beside other text, in a block of its own where it has a direction of its own. */
export function Title({ text }: { text: string }) {
  return hasRightToLeft(text) ? <div dir="auto">{text}</div> : text;
}
