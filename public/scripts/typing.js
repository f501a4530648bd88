/**
 * Whether a key goes into a text: then it is nobody else's.
 * @param {KeyboardEvent} event
 */
export function isTyping({ target, isComposing }) {
  return (
    isComposing ||
    (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
  );
}
