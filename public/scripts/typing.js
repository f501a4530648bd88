/** Whether a key event belongs to text input. @param {KeyboardEvent} event */
export function isTyping({ target, isComposing }) {
  return (
    isComposing ||
    (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
  );
}
