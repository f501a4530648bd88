/**
 * Moves the focus between a field and links with the arrow keys.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} field
 * @param {readonly HTMLElement[]} links
 */
export function walkWithArrows(event, field, links) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [field, ...links];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (at === -1) return;
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}
