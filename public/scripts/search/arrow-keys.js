/**
 * Arrow keys walk from a field through links and back; the link that has the focus is opened by Enter, as every link.
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
